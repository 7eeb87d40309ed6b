package io.safelight.messaging.inbox;

import java.util.ArrayList;
import java.util.List;

import io.safelight.messaging.Envelope;
import org.slf4j.MDC;

/**
 * What every log line of a message's handling says beside its words: the message, the
 * thing that it is about, which in a saga is the saga's own id, and the act of a person
 * that led to it.
 */
final class LogContext implements AutoCloseable {

	private final List<MDC.MDCCloseable> values = new ArrayList<>();

	private LogContext() {
	}

	static LogContext of(Envelope envelope) {
		LogContext context = new LogContext();
		context.put("sagaId", envelope.metadata().aggregateId());
		context.put("correlationId", envelope.metadata().correlationId());
		context.put("messageId", envelope.id());
		context.put("messageType", envelope.type().name());
		return context;
	}

	private void put(String name, String value) {
		this.values.add(MDC.putCloseable(name, value));
	}

	@Override
	public void close() {
		this.values.forEach(MDC.MDCCloseable::close);
	}

}
