package io.safelight.messaging.outbox;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.safelight.messaging.QueueName;

/**
 * Where a message goes: to a topic, for all who listen to it, or to the one queue of a
 * consumer that has to get it once more. In a row it is a text, {@code topic:<name>} or
 * {@code queue:<name>}.
 *
 * @param kind topic or queue
 * @param name the name of the topic or queue
 */
public record Destination(Kind kind, String name) {

	private static final String QUEUE = "queue:";

	private static final String TOPIC = "topic:";

	/** What a message can be sent to. */
	public enum Kind {

		/** Everybody who listens gets it. */
		TOPIC,

		/** Its consumer gets it, and nobody else. */
		QUEUE

	}

	public static Destination topic(String name) {
		return new Destination(Kind.TOPIC, name);
	}

	public static Destination queue(String name) {
		return new Destination(Kind.QUEUE, name);
	}

	/** Whether messages about one thing arrive in the order in which they were sent. */
	public boolean inSequence() {
		return new QueueName(this.name).inSequence();
	}

	/** Whether it is told every version of a thing, one after the other. */
	public boolean keepsSequence() {
		return this.kind == Kind.TOPIC && inSequence();
	}

	/** The destination that a text stands for; without a prefix it is a topic. */
	@JsonCreator
	public static Destination parse(String text) {
		return text.startsWith(QUEUE) ? queue(text.substring(QUEUE.length()))
				: topic(text.startsWith(TOPIC) ? text.substring(TOPIC.length()) : text);
	}

	@JsonValue
	@Override
	public String toString() {
		return ((this.kind == Kind.QUEUE) ? QUEUE : TOPIC) + this.name;
	}

}
