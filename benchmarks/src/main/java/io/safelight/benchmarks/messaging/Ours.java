package io.safelight.benchmarks.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.Envelope;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.messaging.inbox.OnceOnlyHandler;
import io.safelight.messaging.outbox.Destination;
import io.safelight.messaging.outbox.MessageSender;
import io.safelight.messaging.outbox.OutboxMessage;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.topology.Topology;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * This project's messaging: two applications, one that commits a row with its message,
 * one whose handler's row is committed with the fact that the message was handled.
 */
final class Ours implements Candidate {

	private static final String EVENTS = "safelight-benchsender-events";

	private static final Table SENT = Table.of("safelight-benchsender-rows", "id");

	private static final Table RECEIVED = Table.of("safelight-benchreceiver-rows", "id");

	private static final int CALLERS = 64;

	private final ConfigurableApplicationContext receiver = application(Receiver.class);

	private final ConfigurableApplicationContext sender = application(Sender.class);

	private final Committer committer = this.sender.getBean(Committer.class);

	private final Arrivals arrivals = this.receiver.getBean(Arrivals.class);

	private static ConfigurableApplicationContext application(Class<?> configuration) {
		return new SpringApplicationBuilder(configuration).web(WebApplicationType.NONE)
			.properties("safelight.provision=true", "safelight.messaging.queue.concurrency=" + CALLERS)
			.run();
	}

	@Override
	public String name() {
		return "Safelight messaging";
	}

	@Override
	public int callers() {
		return CALLERS;
	}

	@Override
	public int perCall() {
		return 1;
	}

	@Override
	public void begin(Journey next) {
		this.arrivals.journey = next;
	}

	@Override
	public void send(List<Integer> events) {
		for (int event : events) {
			String id = Integer.toString(event);
			this.committer.commit(Changes.none()
				.put(SENT, new Row(id, 1, Journey.PAYLOAD), Condition.absent())
				.publish(OutgoingMessage.to(EVENTS, "thing-changed.v1", id, 1, new Row(id, 1, Journey.PAYLOAD))));
			this.arrivals.journey.committed(event);
		}
	}

	@Override
	public Map<String, Long> takeCalls() {
		Map<String, Long> calls = new TreeMap<>(this.sender.getBean(CallCounter.class).take());
		this.receiver.getBean(CallCounter.class).take().forEach((operation, n) -> calls.merge(operation, n, Long::sum));
		return calls;
	}

	/** From the decision to the topic's answer, of the messages since the last time. */
	List<Double> takeLags() {
		return this.sender.getBean(Departures.class).take();
	}

	/** What a message costs that was handled before, in milliseconds, so many times. */
	List<Double> duplicates(int times) throws Exception {
		OnceOnlyHandler handler = this.receiver.getBean(OnceOnlyHandler.class);
		String body = EnvelopeJson.write(new Envelope(UUID.randomUUID().toString(), new MessageType("thing-changed.v1"),
				"safelight.benchsender", Instant.EPOCH, List.of(), new Metadata("a", 1, "c", "c", "", null),
				EnvelopeJson.data(new Row("-1", 1, Journey.PAYLOAD))));
		handler.handle(body, 1);
		List<Double> costs = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			long began = System.nanoTime();
			handler.handle(body, 2);
			costs.add((System.nanoTime() - began) / 1e6);
		}
		return costs;
	}

	@Override
	public void close() {
		this.sender.close();
		this.receiver.close();
	}

	/** A row and what is told of it. */
	record Row(String id, long version, String payload) {
	}

	/** The producer. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Counted.class, Departures.class })
	static class Sender {

		@Bean
		Topology topology() {
			return Topology.of("benchsender").topic(EVENTS).table(SENT);
		}

		@Bean
		MessageRoutes routes() {
			return MessageRoutes.consumedBy("benchsender")
				.from(EVENTS)
				.on("never-said.v1", Row.class, (row, context) -> Changes.none())
				.build();
		}

	}

	/** The consumer. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Counted.class, Arrivals.class })
	static class Receiver {

		@Bean
		Topology topology() {
			return Topology.of("benchreceiver").table(RECEIVED);
		}

		@Bean
		MessageRoutes routes() {
			return MessageRoutes.consumedBy("benchreceiver")
				.from(EVENTS)
				.on("thing-changed.v1", Row.class,
						(row, context) -> Changes.none().put(RECEIVED, row, Condition.version(row.version() - 1)))
				.build();
		}

	}

	/** Sees each commit of the consumer when it is done. */
	static class Arrivals implements BeanPostProcessor {

		private volatile Journey journey = new Journey();

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			return (bean instanceof Store store) ? new WatchedStore(store, this::committed) : bean;
		}

		private void committed(Object item) {
			if (item instanceof Row row) {
				this.journey.arrived(Integer.parseInt(row.id()));
			}
		}

	}

	/** Sees each message when its topic has taken it. */
	static class Departures implements BeanPostProcessor {

		private final ConcurrentLinkedQueue<Double> lags = new ConcurrentLinkedQueue<>();

		private final ObjectProvider<Clock> clock;

		Departures(ObjectProvider<Clock> clock) {
			this.clock = clock;
		}

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			return (bean instanceof MessageSender sender)
					? (MessageSender) (to, messages) -> watch(sender, to, messages) : bean;
		}

		private List<OutboxMessage> watch(MessageSender sender, Destination to, List<OutboxMessage> messages) {
			List<OutboxMessage> accepted = sender.send(to, messages);
			Instant now = this.clock.getObject().instant();
			accepted.forEach((message) -> this.lags
				.add((double) Duration.between(Instant.parse(message.since()), now).toMillis()));
			return accepted;
		}

		List<Double> take() {
			List<Double> taken = List.copyOf(this.lags);
			this.lags.clear();
			return taken;
		}

	}

}
