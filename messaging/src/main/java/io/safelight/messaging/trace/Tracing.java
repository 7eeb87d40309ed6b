package io.safelight.messaging.trace;

/**
 * Follows messages from what led to them to what comes of them. A message carries the
 * {@code traceparent} of the moment at which it was decided, in its row, its body and its
 * attributes: so whoever sends or handles it, hours later or after a crash, belongs to
 * the same trace. Implementations are thread-safe.
 */
public interface Tracing {

	/** Ids travel with the messages and stand in the logs; nothing is recorded. */
	Tracing OFF = new IdsOnly();

	/**
	 * Notes that a message was decided.
	 * @param type its type
	 * @param destination where it goes
	 * @param messageId its identity
	 * @param cause the {@code traceparent} of what led to it, empty if nothing did
	 * @return the {@code traceparent} that it carries from now on
	 */
	String decided(String type, String destination, String messageId, String cause);

	/**
	 * Begins to send a message.
	 * @param message the message
	 * @param destination where it goes
	 * @return to be closed when it was taken or refused
	 */
	Span sending(Message message, String destination);

	/**
	 * Begins to handle a message in the current thread, whose logging context names the
	 * trace until the span is closed.
	 * @param message the message
	 * @param queue where it came from
	 * @return to be closed in the same thread
	 */
	Span handling(Message message, String queue);

	/**
	 * A message on its way.
	 *
	 * @param type its type
	 * @param id its identity, empty if it has none on its outside
	 * @param traceparent what it carries; anything malformed is as good as nothing
	 * @param late whether it was decided long ago or is sent once more: what is done with
	 * it then begins a trace of its own, which names the old one, since nobody looks for
	 * it in a trace that ended long ago
	 */
	record Message(String type, String id, String traceparent, boolean late) {
	}

	/**
	 * A stretch of work.
	 */
	interface Span extends AutoCloseable {

		/** It came to nothing. */
		void failed(String reason);

		@Override
		void close();

	}

}
