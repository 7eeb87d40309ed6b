package io.safelight.publication.saga;

import java.util.List;

/**
 * What follows from a message.
 */
public sealed interface SagaDecision {

	/** The publication as it is from now on. */
	Publication publication();

	/** What is to be said, in order. */
	List<Outgoing> messages();

	/** What happened, for people. */
	String note();

	/**
	 * It goes on, to the next step or to another try of this one.
	 *
	 * @param publication as it is from now on
	 * @param messages what is to be said
	 * @param note what happened
	 */
	record Proceed(Publication publication, List<Outgoing> messages, String note) implements SagaDecision {
	}

	/**
	 * What was done is undone.
	 *
	 * @param publication as it is from now on
	 * @param messages what is to be said
	 * @param note what happened
	 */
	record Compensate(Publication publication, List<Outgoing> messages, String note) implements SagaDecision {
	}

	/**
	 * It has come to an end.
	 *
	 * @param publication as it is for ever
	 * @param messages what is to be said
	 * @param note what happened
	 */
	record Finish(Publication publication, List<Outgoing> messages, String note) implements SagaDecision {
	}

	/**
	 * The message changes nothing. It is kept in the timeline all the same.
	 *
	 * @param publication as it was
	 * @param messages what is to be cleaned up because of it, mostly nothing
	 * @param note why it changes nothing
	 */
	record Ignore(Publication publication, List<Outgoing> messages, String note) implements SagaDecision {
	}

}
