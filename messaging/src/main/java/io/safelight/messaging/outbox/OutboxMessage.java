package io.safelight.messaging.outbox;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.safelight.messaging.store.SortableTime;
import org.jspecify.annotations.Nullable;

/**
 * A message that was decided: a row that is written together with the state and stays
 * until long after it was sent.
 *
 * @param pk {@code OUT#<message id>}; of a replay {@code OUT#<message id>#<occasion>}
 * @param messageId the message's identity
 * @param destination where it goes; rows of old have only a {@code topic}
 * @param type the message's type
 * @param aggregateId what it is about; rows of old do not say it
 * @param after in a sequence, the key of the message before it, which has to be sent
 * first; null elsewhere and of the first
 * @param traceparent its trace
 * @param tenant on whose behalf, if anybody's
 * @param body the envelope as JSON
 * @param work {@code PENDING#<shard>} while it is not sent, absent afterwards: so the
 * index of pending messages holds nothing else
 * @param since when it was decided, as {@link SortableTime}
 * @param leaseUntil until when somebody is at it, in epoch milliseconds
 * @param leaseEpoch how often the sweeper has taken it, 0 for whoever committed it: with
 * an older one a message was lost to somebody else
 * @param sentAt when the topic accepted it, if it has
 * @param expiresAt when the row may be forgotten, in epoch seconds; set once it is sent
 */
public record OutboxMessage(String pk, String messageId, @JsonAlias("topic") Destination destination, String type,
		@Nullable String aggregateId, @Nullable String after, String traceparent, @Nullable String tenant, String body,
		@Nullable String work, String since, long leaseUntil, @JsonAlias("attempts") int leaseEpoch,
		@Nullable Instant sentAt, @Nullable Long expiresAt) {

	static String key(String messageId) {
		return "OUT#" + messageId;
	}

	static String key(Replay replay) {
		return key(replay.messageId()) + "#" + MessageIds.of(replay.queue() + "|" + replay.occasion());
	}

	static String pending(int shard) {
		return "PENDING#" + shard;
	}

	/** The same, free from then on: whoever has it cannot send it yet. */
	OutboxMessage freeFrom(Instant time) {
		return new OutboxMessage(this.pk, this.messageId, this.destination, this.type, this.aggregateId, this.after,
				this.traceparent, this.tenant, this.body, this.work, this.since, time.toEpochMilli(), this.leaseEpoch,
				null, null);
	}

	OutboxMessage leasedUntil(Instant end) {
		return new OutboxMessage(this.pk, this.messageId, this.destination, this.type, this.aggregateId, this.after,
				this.traceparent, this.tenant, this.body, this.work, this.since, end.toEpochMilli(),
				this.leaseEpoch + 1, null, null);
	}

	OutboxMessage sent(Instant time, Duration retention) {
		return new OutboxMessage(this.pk, this.messageId, this.destination, this.type, this.aggregateId, this.after,
				this.traceparent, this.tenant, this.body, null, this.since, this.leaseUntil, this.leaseEpoch, time,
				time.plus(retention).getEpochSecond());
	}

	/** Whether it was sent before, and is sent once more to one consumer. */
	boolean isReplay() {
		return !this.pk.equals(key(this.messageId));
	}

	boolean isFreeAt(Instant time) {
		return this.leaseUntil < time.toEpochMilli();
	}

}
