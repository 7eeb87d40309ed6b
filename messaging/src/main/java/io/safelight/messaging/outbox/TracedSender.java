package io.safelight.messaging.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.safelight.messaging.trace.Tracing;
import io.safelight.messaging.trace.Tracing.Span;

/**
 * Tells of each message when it is sent, and whether it was taken. Thread-safe.
 */
public final class TracedSender implements MessageSender {

	/** What was decided longer ago is sent in a trace of its own. */
	public static final Duration LATE = Duration.ofMinutes(5);

	private final MessageSender sender;

	private final Tracing tracing;

	private final Clock clock;

	public TracedSender(MessageSender sender, Tracing tracing, Clock clock) {
		this.sender = sender;
		this.tracing = tracing;
		this.clock = clock;
	}

	@Override
	public List<OutboxMessage> send(Destination destination, List<OutboxMessage> messages) {
		Map<OutboxMessage, Span> spans = new LinkedHashMap<>();
		messages.forEach((message) -> spans.put(message, this.tracing.sending(onItsWay(message), destination.name())));
		try {
			List<OutboxMessage> accepted = this.sender.send(destination, messages);
			spans.forEach((message, span) -> {
				if (!accepted.contains(message)) {
					span.failed("refused");
				}
			});
			return accepted;
		}
		finally {
			spans.values().forEach(Span::close);
		}
	}

	private Tracing.Message onItsWay(OutboxMessage message) {
		boolean late = message.isReplay() || Instant.parse(message.since()).plus(LATE).isBefore(this.clock.instant());
		return new Tracing.Message(message.type(), message.messageId(), message.traceparent(), late);
	}

}
