package io.safelight.messaging.outbox;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The group ({@code MessageGroupId}) that a message travels in. In a sequence it is the
 * thing that the message is about. Elsewhere it keeps no order: it is the tenant, by
 * which SQS's fair queues see to it that one who sends thousands does not keep the others
 * waiting. Thread-safe.
 *
 * @param fair whether messages outside of sequences have a group; an endpoint that is
 * older than fair queues refuses them
 * @see <a href=
 * "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html">SQS
 * fair queues</a>
 */
public record MessageGroups(boolean fair) {

	/** What SQS takes as a group. */
	private static final Pattern GROUP = Pattern.compile("[\\p{Alnum}\\p{Punct}]{1,128}");

	/** The group of a message, if it travels in one. */
	public Optional<String> of(OutboxMessage message) {
		if (message.destination().inSequence()) {
			return Optional.of((message.aggregateId() != null) ? message.aggregateId() : message.messageId());
		}
		return this.fair ? ofTenant(message.tenant()) : Optional.empty();
	}

	private static Optional<String> ofTenant(@Nullable String tenant) {
		return Optional.ofNullable(tenant)
			.filter((name) -> !name.isEmpty())
			.map((name) -> GROUP.matcher(name).matches() ? name : MessageIds.of(name));
	}

}
