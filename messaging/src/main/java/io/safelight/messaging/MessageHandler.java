package io.safelight.messaging;

/**
 * What a service does about one type of message.
 *
 * <p>
 * A handler may be called again for the same message: after a crash, or because another
 * instance got a copy. What it returns takes effect at most once; what it does by itself
 * (objects, keys, calls) must be harmless when done twice, under names that it would
 * choose again.
 *
 * @param <T> the record that the data is read into
 */
@FunctionalInterface
public interface MessageHandler<T> {

	/**
	 * Decides what changes because of this message.
	 * @param message what was said
	 * @param context what is known about the message
	 * @return what is to become true, together with the fact that this message was
	 * handled
	 * @throws UnprocessableMessageException if trying again could never help: the message
	 * is parked
	 * @throws Exception if it may help to try again later: the message comes back, with
	 * growing delays, and goes to the dead-letter queue in the end
	 */
	Changes handle(T message, MessageContext context) throws Exception;

}
