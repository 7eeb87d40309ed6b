package io.safelight.messaging.reconcile;

import java.util.List;
import java.util.Set;

import io.safelight.messaging.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Who listens to a topic, as the topic itself says: not as anybody's configuration would
 * have it.
 */
@FunctionalInterface
public interface Subscriptions {

	/** The queues of this system's consumers that listen to a topic. */
	List<Subscriber> of(String topic);

	/**
	 * A queue that listens.
	 *
	 * @param queue its name
	 * @param types the types that its filter lets through, or what all versions of one
	 * begin with, such as {@code photo-listed.v}; null for all
	 */
	record Subscriber(String queue, @Nullable Set<String> types) {

		boolean gets(String type) {
			return this.types == null || this.types.contains(type)
					|| this.types.contains(new MessageType(type).anyVersion());
		}

	}

}
