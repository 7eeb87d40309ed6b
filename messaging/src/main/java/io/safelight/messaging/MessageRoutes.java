package io.safelight.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that comes in to a service, on one screen: from which topic, of which type,
 * read into which record, given to which handler. The subscriptions and their filters are
 * made from this, so that no type arrives that nobody handles.
 */
public final class MessageRoutes {

	/** Stands for the topic of what comes to the queue directly. */
	private static final String PAST_TOPICS = "";

	private final String consumer;

	private final Map<MessageType, Route<?>> routes;

	private MessageRoutes(String consumer, Map<MessageType, Route<?>> routes) {
		this.consumer = consumer;
		this.routes = routes;
	}

	/**
	 * Begins the routes of a service.
	 * @param service the service's short name, such as {@code imaging}
	 */
	public static Builder consumedBy(String service) {
		return new Builder(service);
	}

	public String consumer() {
		return this.consumer;
	}

	/**
	 * The name of the queue: {@code safelight-<consumer>}, or
	 * {@code safelight-<consumer>.fifo} if everything comes in sequence.
	 */
	public String queue() {
		boolean inSequence = this.routes.values()
			.stream()
			.anyMatch((route) -> new QueueName(route.topic()).inSequence());
		return QueueName.of(this.consumer, inSequence).name();
	}

	public Optional<Route<?>> route(MessageType type) {
		return Optional.ofNullable(this.routes.get(type));
	}

	public Collection<Route<?>> all() {
		return List.copyOf(this.routes.values());
	}

	/** The types that are wanted of each topic. */
	public Map<String, List<String>> typesByTopic() {
		Map<String, List<String>> types = new LinkedHashMap<>();
		this.routes.values()
			.stream()
			.filter((route) -> !route.topic().equals(PAST_TOPICS))
			.forEach((route) -> types.computeIfAbsent(route.topic(), (topic) -> new ArrayList<>())
				.add(route.type().name()));
		return types;
	}

	/**
	 * What the types that are let in from each topic begin with: all versions of what is
	 * routed. A version that this service does not know yet has to come, to be parked and
	 * redriven once it does; what a filter keeps out is gone.
	 */
	public Map<String, List<String>> versionsByTopic() {
		Map<String, List<String>> versions = new LinkedHashMap<>();
		typesByTopic().forEach((topic, types) -> versions.put(topic,
				types.stream().map((type) -> new MessageType(type).anyVersion()).distinct().toList()));
		return versions;
	}

	/** Whether messages of some version of this type are wanted from a topic. */
	public boolean wants(MessageType type, String topic) {
		return this.routes.values()
			.stream()
			.anyMatch((route) -> route.topic().equals(topic) && route.type().anyVersion().equals(type.anyVersion()));
	}

	/** The other versions of a type that are handled, for whoever is told of this one. */
	public List<MessageType> otherVersions(MessageType type) {
		return this.routes.keySet()
			.stream()
			.filter((other) -> !other.equals(type) && other.anyVersion().equals(type.anyVersion()))
			.toList();
	}

	/** The same routes, and one of a type that comes to the queue past all topics. */
	public <T> MessageRoutes alsoOn(String type, Class<T> dataType, MessageHandler<T> handler) {
		Map<MessageType, Route<?>> all = new LinkedHashMap<>(this.routes);
		MessageType messageType = new MessageType(type);
		all.put(messageType, new Route<>(PAST_TOPICS, messageType, dataType, handler));
		return new MessageRoutes(this.consumer, all);
	}

	/**
	 * One type of message and who handles it.
	 *
	 * @param <T> the record that the data is read into
	 * @param topic the topic it comes from; empty if it comes to the queue directly
	 * @param type its type
	 * @param dataType the record's class; it names only the fields that are wanted
	 * @param handler who handles it
	 */
	public record Route<T>(String topic, MessageType type, Class<T> dataType, MessageHandler<T> handler) {
	}

	/** Collects routes. */
	public static final class Builder {

		private final String consumer;

		private final Map<MessageType, Route<?>> routes = new LinkedHashMap<>();

		private String topic = "";

		private Builder(String consumer) {
			this.consumer = consumer;
		}

		/** The types that follow come from this topic. */
		public Builder from(String topicName) {
			this.topic = topicName;
			return this;
		}

		/**
		 * Messages of this type go to this handler.
		 * @throws IllegalArgumentException if the type is already routed, or no topic was
		 * named
		 */
		public <T> Builder on(String type, Class<T> dataType, MessageHandler<T> handler) {
			if (this.topic.isEmpty()) {
				throw new IllegalArgumentException("Name the topic that " + type + " comes from first");
			}
			MessageType messageType = new MessageType(type);
			Route<T> route = new Route<>(this.topic, messageType, dataType, handler);
			if (this.routes.putIfAbsent(messageType, route) != null) {
				throw new IllegalArgumentException(
						type + " is already routed in " + this.consumer + ": one type has one handler");
			}
			return this;
		}

		/**
		 * The routes.
		 * @throws IllegalArgumentException if some topics keep a sequence and others do
		 * not: a service has one queue, and it is of one kind
		 */
		public MessageRoutes build() {
			long kinds = this.routes.values()
				.stream()
				.map((route) -> new QueueName(route.topic()).inSequence())
				.distinct()
				.count();
			if (kinds > 1) {
				throw new IllegalArgumentException(this.consumer
						+ " reads topics in sequence (.fifo) and others: its one queue can only be of one kind");
			}
			return new MessageRoutes(this.consumer, new LinkedHashMap<>(this.routes));
		}

	}

}
