package io.safelight.simulation;

/**
 * A classic mistake, planted by way of a port, to see whether the judge finds it.
 */
public enum Bug {

	/** A message is marked as sent, and sent afterwards. */
	MARKED_SENT_BEFORE_SENDING,
	/** Nobody writes down what was handled. */
	NO_INBOX,
	/** A message is deleted from its queue before it is handled. */
	ACKNOWLEDGED_BEFORE_COMMIT,
	/** What is pending is looked for after the last time that was seen. */
	RELAY_BY_CURSOR,
	/** Each try makes an object of a name of its own. */
	ANOTHER_NAME_EACH_TIME

}
