package io.safelight.messaging.sqs;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service's queue is read.
 *
 * @param concurrency the most messages at a time
 * @param perPoll the most messages of one receive, 1 to 10; small for slow handlers
 * @param receiveWait how long a receive waits for messages, at most 20 s; a stopping
 * service waits for its last receive
 * @param visibility how long a message that was handed out stays hidden; longer than the
 * slowest handler
 * @param firstBackoff how long a message that failed stays hidden; doubled each time,
 * with full jitter
 * @param maxBackoff the longest that it stays hidden
 * @param maxReceives after this many failures it goes to the dead-letter queue, at least
 * 5: a few restarts must not send good messages there
 * @param shutdown how long handlers may go on when the service stops
 * @param measureInterval how often the queue is asked how much waits in it
 */
@ConfigurationProperties("safelight.messaging.queue")
public record QueueProperties(@DefaultValue("20") int concurrency, @DefaultValue("10") int perPoll,
		@DefaultValue("10s") Duration receiveWait, @DefaultValue("60s") Duration visibility,
		@DefaultValue("2s") Duration firstBackoff, @DefaultValue("300s") Duration maxBackoff,
		@DefaultValue("5") int maxReceives, @DefaultValue("30s") Duration shutdown,
		@DefaultValue("60s") Duration measureInterval) {

	public QueueProperties {
		if (perPoll < 1 || perPoll > 10) {
			throw new IllegalArgumentException("safelight.messaging.queue.per-poll must be 1 to 10, not " + perPoll);
		}
		if (concurrency < perPoll) {
			throw new IllegalArgumentException("safelight.messaging.queue.concurrency must be at least per-poll ("
					+ perPoll + "), not " + concurrency);
		}
	}

}
