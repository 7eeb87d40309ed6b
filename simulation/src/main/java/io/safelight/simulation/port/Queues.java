package io.safelight.simulation.port;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.safelight.audit.Evidence;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.inbox.Failure;
import io.safelight.messaging.inbox.OnceOnlyHandler;
import io.safelight.messaging.outbox.Destination;
import io.safelight.messaging.outbox.OutboxMessage;
import io.safelight.messaging.sqs.QueueProperties;
import io.safelight.messaging.topology.Topology;
import io.safelight.simulation.Bug;
import io.safelight.simulation.Process;
import io.safelight.simulation.World;
import org.jspecify.annotations.Nullable;

/**
 * Topics fanned out to queues by type, as the services' own routes want it. Each delivery
 * may come late or several times; what is received stays hidden for the visibility and
 * comes back unless it is deleted; what is received too often goes to the dead letters.
 */
public final class Queues {

	private final World world;

	private final Map<String, Consumer> consumers = new LinkedHashMap<>();

	private final Set<String> topics = new HashSet<>();

	private final List<Letter> deadLetters = new ArrayList<>();

	/** Service and message id of everything that was accepted for a queue. */
	private final Set<String> accepted = new HashSet<>();

	private int waiting;

	private long lastDelivery;

	public Queues(World world) {
		this.world = world;
	}

	/** Declares the queue, the topics and the subscriptions of a service. */
	public void of(Process process) {
		MessageRoutes routes = process.get(MessageRoutes.class);
		this.topics.addAll(process.get(Topology.class).topics());
		this.consumers.put(routes.queue(), new Consumer(process.service(), routes, process.get(QueueProperties.class)));
	}

	/** Takes messages for a topic or a queue. */
	void accept(Destination destination, List<OutboxMessage> messages) {
		if (destination.kind() == Destination.Kind.QUEUE) {
			Consumer consumer = consumer(destination.name());
			messages.forEach((message) -> post(consumer, message));
		}
		else if (!this.topics.contains(destination.name())) {
			this.world.broken("there is no topic " + destination.name());
		}
		else {
			for (OutboxMessage message : messages) {
				this.consumers.values()
					.stream()
					.filter((consumer) -> consumer.wants(message.type(), destination.name()))
					.forEach((consumer) -> post(consumer, message));
			}
		}
	}

	private Consumer consumer(String queue) {
		Consumer consumer = this.consumers.get(queue);
		if (consumer == null) {
			throw new IllegalArgumentException("There is no queue " + queue);
		}
		return consumer;
	}

	private void post(Consumer consumer, OutboxMessage message) {
		this.accepted.add(consumer.service() + "|" + message.messageId());
		boolean several = !this.world.isCalm() && this.world.chance(this.world.weather().duplicates(), 100);
		int copies = several ? 1 + this.world.chance().nextInt(1, 4) : 1;
		for (int i = 0; i < copies; i++) {
			Letter letter = new Letter(consumer, message.messageId(), message.type(), message.body());
			this.waiting++;
			consumer.enter(letter, String.valueOf(message.aggregateId()));
			if (letter.isFirst()) {
				this.world.in(delay(), null, () -> deliver(letter, letter.receipt));
			}
		}
	}

	/** Mostly at once; when it is late, up to three days. */
	private long delay() {
		if (this.world.isCalm() || !this.world.chance(this.world.weather().delays(), 100)) {
			return this.world.between(1, 100);
		}
		return switch (this.world.chance().nextInt(10)) {
			case 0 -> this.world.between(0, 72 * 3_600_000L);
			case 1, 2 -> this.world.between(0, 3_600_000);
			default -> this.world.between(0, 60_000);
		};
	}

	/** Hands a letter out, unless that was planned for an earlier receipt. */
	private void deliver(Letter letter, int receipt) {
		if (letter.isDeleted || letter.receipt != receipt) {
			return;
		}
		Process process = this.world.idle(letter.consumer.service());
		if (process == null) {
			this.world.in(this.world.between(500, 5000), null, () -> deliver(letter, receipt));
		}
		else if (letter.receives >= letter.consumer.settings().maxReceives()) {
			this.world.tell(letter.consumer.queue(), "gives up on", letter.toString());
			this.deadLetters.add(letter);
			delete(letter);
			this.world.in(this.world.between(1000, 60_000), null, () -> setAside(letter));
		}
		else {
			receive(process, letter);
		}
	}

	private void receive(Process process, Letter letter) {
		int receipt = hide(letter, letter.consumer.settings().visibility().toMillis());
		letter.receives++;
		this.lastDelivery = this.world.now();
		this.world.tell(process.name(), "receives", letter.toString());
		process.act(letter.type, () -> {
			if (this.world.has(Bug.ACKNOWLEDGED_BEFORE_COMMIT)) {
				delete(letter);
			}
			handle(process, letter, receipt);
		});
	}

	private void handle(Process process, Letter letter, int receipt) {
		try {
			process.get(OnceOnlyHandler.class).handle(letter.body, letter.receives);
		}
		catch (Exception ex) {
			this.world.tell(process.name(), "cannot handle " + letter + ":", ex.toString());
			if (letter.receives < letter.consumer.settings().maxReceives()) {
				this.world.call(process, "queue.hide",
						() -> (receipt == letter.receipt) ? hide(letter, backoff(letter)) : 0);
				return;
			}
			process.get(OnceOnlyHandler.class).giveUp(letter.body, letter.receives, ex);
		}
		this.world.call(process, "queue.delete", () -> {
			delete(letter);
			return "";
		});
	}

	/** Exponential with full jitter, as the receiver does it. */
	private long backoff(Letter letter) {
		QueueProperties settings = letter.consumer.settings();
		long most = Math.min(settings.maxBackoff().toMillis(),
				settings.firstBackoff().toMillis() << (letter.receives - 1));
		return this.world.between(0, most);
	}

	private int hide(Letter letter, long millis) {
		int receipt = ++letter.receipt;
		this.world.in(millis, null, () -> deliver(letter, receipt));
		return receipt;
	}

	private void delete(Letter letter) {
		if (!letter.isDeleted) {
			letter.isDeleted = true;
			this.waiting--;
			Letter next = letter.consumer.leave(letter);
			if (next != null) {
				this.world.in(delay(), null, () -> deliver(next, next.receipt));
			}
		}
	}

	/**
	 * What the reader of dead letters does: it parks them, and only then deletes them.
	 */
	private void setAside(Letter letter) {
		Process process = this.world.idle(letter.consumer.service());
		boolean done = process != null && process.act("dead-letters", () -> {
			process.get(OnceOnlyHandler.class)
				.setAside(letter.body, letter.consumer.queue() + "-dlq", Failure.of("received too often"));
			this.world.call(process, "queue.delete", () -> this.deadLetters.remove(letter));
		});
		if (!done) {
			this.world.in(this.world.between(1000, 60_000), null, () -> setAside(letter));
		}
	}

	/** When the last letter was handed out. */
	public long lastDelivery() {
		return this.lastDelivery;
	}

	/** How many letters lie in all queues, hidden or not. */
	public int waiting() {
		return this.waiting;
	}

	int waitingFor(String queue) {
		return consumer(queue).letters;
	}

	public Map<String, Long> deadLetters() {
		Map<String, Long> byQueue = new HashMap<>();
		this.consumers.keySet().forEach((queue) -> byQueue.put(queue + "-dlq", 0L));
		this.deadLetters.forEach((letter) -> byQueue.merge(letter.consumer.queue() + "-dlq", 1L, Long::sum));
		return byQueue;
	}

	/** Who listens to what. */
	public List<Evidence.Subscription> subscriptions() {
		return this.consumers.values()
			.stream()
			.flatMap((consumer) -> consumer.routes.typesByTopic()
				.entrySet()
				.stream()
				.map((topic) -> new Evidence.Subscription(topic.getKey(), consumer.service(),
						Set.copyOf(topic.getValue()))))
			.toList();
	}

	/** Service and message id, with a bar between, of everything that was accepted. */
	public Collection<String> accepted() {
		return this.accepted;
	}

	/** One message in one queue. */
	private static final class Letter {

		private final Consumer consumer;

		private final String id;

		private final String type;

		private final String body;

		private String group = "";

		private int receives;

		private int receipt;

		private boolean isDeleted;

		private Letter(Consumer consumer, String id, String type, String body) {
			this.consumer = consumer;
			this.id = id;
			this.type = type;
			this.body = body;
		}

		boolean isFirst() {
			return this.consumer.isFirst(this);
		}

		@Override
		public String toString() {
			return this.type + " " + this.id + " (" + this.receives + ")";
		}

	}

	/** A service's queue with what it has subscribed to. */
	private static final class Consumer {

		private final String service;

		private final MessageRoutes routes;

		private final QueueProperties settings;

		/** Where the queue keeps a sequence, the letters of each group. */
		private final Map<String, Deque<Letter>> groups = new HashMap<>();

		private int letters;

		Consumer(String service, MessageRoutes routes, QueueProperties settings) {
			this.service = service;
			this.routes = routes;
			this.settings = settings;
		}

		String service() {
			return this.service;
		}

		String queue() {
			return this.routes.queue();
		}

		QueueProperties settings() {
			return this.settings;
		}

		boolean wants(String type, String topic) {
			return this.routes.wants(new MessageType(type), topic);
		}

		private boolean inSequence() {
			return queue().endsWith(".fifo");
		}

		void enter(Letter letter, String group) {
			this.letters++;
			if (inSequence()) {
				letter.group = group;
				this.groups.computeIfAbsent(group, (any) -> new ArrayDeque<>()).add(letter);
			}
		}

		boolean isFirst(Letter letter) {
			Deque<Letter> group = this.groups.get(letter.group);
			return group == null || group.getFirst() == letter;
		}

		/** The one that is first now. */
		@Nullable Letter leave(Letter letter) {
			this.letters--;
			Deque<Letter> group = this.groups.get(letter.group);
			if (group == null) {
				return null;
			}
			boolean first = group.getFirst() == letter;
			group.remove(letter);
			return first ? group.peekFirst() : null;
		}

	}

}
