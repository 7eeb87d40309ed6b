package io.safelight.service.operations;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How events flow through a service: what it says and hears, and how it keeps up.
 *
 * @param service the service's short name
 * @param version its version
 * @param instance which instance has answered; its counters are its own
 * @param at when it answered
 * @param since when its counters began
 * @param topics the topics that it speaks on
 * @param listens the topics that it hears, with the types that it wants
 * @param queues its queue and both dead-letter queues
 * @param parked how many messages wait for a person, counted up to 1,000
 * @param outbox what it has decided to say and has not said yet
 * @param types what became of messages, by type
 */
record FlowView(String service, String version, String instance, Instant at, Instant since, List<String> topics,
		List<Listening> listens, List<QueueView> queues, int parked, OutboxView outbox, List<TypeView> types) {

	/**
	 * A topic that the service hears.
	 *
	 * @param topic its name
	 * @param types the types of message that pass the subscription's filter
	 */
	record Listening(String topic, List<String> types) {
	}

	/** What a queue is there for. */
	enum QueueKind {

		/** Messages to be handled. */
		WORK,
		/** Those that were received too often. */
		DEAD_LETTERS,
		/** Those that SNS could not deliver. */
		UNDELIVERED

	}

	/**
	 * A queue, as SQS counts: approximately. The counts are null if it does not answer.
	 *
	 * @param name its name
	 * @param kind what it is there for
	 * @param waiting messages that could be received now
	 * @param inFlight messages that somebody is handling
	 * @param delayed messages that wait for their time
	 */
	record QueueView(String name, QueueKind kind, @Nullable Long waiting, @Nullable Long inFlight,
			@Nullable Long delayed) {
	}

	/**
	 * What is to be sent.
	 *
	 * @param pending how many messages, counted up to 1,000 for each shard
	 * @param oldestAgeSeconds how long the oldest has waited
	 */
	record OutboxView(int pending, double oldestAgeSeconds) {
	}

	/**
	 * Messages of one type since the counters began.
	 *
	 * @param type the type
	 * @param handled those that changed something
	 * @param unchanged those that said nothing new
	 * @param duplicate those that were handled before
	 * @param retry how often one failed and was given back
	 * @param parked those that were set aside
	 * @param meanAgeSeconds from a queue's acceptance to the end of the handling, on
	 * average
	 * @param slowestAgeSeconds the longest of the last minutes
	 */
	record TypeView(String type, long handled, long unchanged, long duplicate, long retry, long parked,
			double meanAgeSeconds, double slowestAgeSeconds) {
	}

}
