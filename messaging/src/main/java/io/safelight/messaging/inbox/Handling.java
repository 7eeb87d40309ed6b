package io.safelight.messaging.inbox;

/**
 * What became of one delivery of a message.
 */
public enum Handling {

	/** It was handled now, and its changes were made. */
	HANDLED,

	/**
	 * It was handled now, and there was nothing to change: it told what is known already,
	 * or was older than that.
	 */
	UNCHANGED,

	/** It had been handled before: nothing changed. */
	DUPLICATE,

	/** It can never be handled: it was set aside with the reason. */
	PARKED

}
