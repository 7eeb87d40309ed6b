package io.safelight.messaging.outbox;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox is emptied.
 *
 * @param shards partitions of the index of pending messages; more take more writes per
 * second (about 1,000 each) and cost a query each per sweep
 * @param lease how long whoever took a message has it for itself
 * @param sweepInterval how often to look for messages that were left behind
 * @param measureInterval how often to count what is pending, for the meters
 * @param retention how long a sent message is kept, for audits and replays
 */
@ConfigurationProperties("safelight.messaging.outbox")
public record OutboxProperties(@DefaultValue("2") int shards, @DefaultValue("30s") Duration lease,
		@DefaultValue("2s") Duration sweepInterval, @DefaultValue("10s") Duration measureInterval,
		@DefaultValue("7d") Duration retention) {

	public OutboxProperties {
		if (shards < 1 || shards > 64) {
			throw new IllegalArgumentException("safelight.messaging.outbox.shards must be 1 to 64, not " + shards);
		}
		if (lease.isNegative() || lease.isZero()) {
			throw new IllegalArgumentException("safelight.messaging.outbox.lease must be positive, not " + lease);
		}
	}

}
