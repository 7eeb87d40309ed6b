package io.safelight.messaging.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.inbox.AuditEntry.Action;
import io.safelight.messaging.inbox.Decision;
import io.safelight.messaging.inbox.ParkedMessage;
import io.safelight.messaging.inbox.ParkedMessageDesk;
import io.safelight.messaging.inbox.ParkedMessages;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.topology.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A message changes: {@code price-set.v1} has cents, {@code price-set.v2} an amount with
 * its currency. Sender and consumer are upgraded one after the other, in the right order
 * and in the wrong one, each as a whole application of its own. Rows F19 and F31 of
 * docs/reliability.md; docs/operations.md says how it is done.
 */
@LocalCloudTest
class UpgradeIntegrationTests {

	private static final String EVENTS = "safelight-itpricing-events";

	private static final Table PRICES = Table.of("safelight-itlabels-prices", "photo");

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	record CentsSet(String photo, int cents) {
	}

	record PriceSet(String photo, long amount, String currency) {
	}

	record Price(String photo, long version, long amount, String currency) {
	}

	/** The sender, whichever version it speaks: that is up to whoever calls it. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Sender {

		@Bean
		Topology topology() {
			return Topology.of("itpricing").topic(EVENTS);
		}

		@Bean
		MessageRoutes routes() {
			return MessageRoutes.consumedBy("itpricing")
				.from("safelight-itlabels-events")
				.on("label-printed.v1", CentsSet.class, (message, context) -> Changes.none())
				.build();
		}

	}

	/** The consumer as it was. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OldConsumer {

		@Bean
		Topology topology() {
			return Topology.of("itlabels").table(PRICES);
		}

		@Bean
		MessageRoutes routes() {
			return MessageRoutes.consumedBy("itlabels")
				.from(EVENTS)
				.on("price-set.v1", CentsSet.class,
						(message, context) -> keep(message.photo(), message.cents(), "EUR", context))
				.build();
		}

	}

	/** The consumer after the upgrade: it reads both. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class NewConsumer {

		@Bean
		Topology topology() {
			return Topology.of("itlabels").table(PRICES);
		}

		@Bean
		MessageRoutes routes() {
			return MessageRoutes.consumedBy("itlabels")
				.from(EVENTS)
				.on("price-set.v1", CentsSet.class,
						(message, context) -> keep(message.photo(), message.cents(), "EUR", context))
				.on("price-set.v2", PriceSet.class,
						(message, context) -> keep(message.photo(), message.amount(), message.currency(), context))
				.build();
		}

	}

	/** A second taking effect would meet the row of the first. */
	private static Changes keep(String photo, long amount, String currency, MessageContext context) {
		return Changes.none()
			.put(PRICES, new Price(photo, context.metadata().aggregateVersion(), amount, currency), Condition.absent());
	}

	private final List<ConfigurableApplicationContext> running = new ArrayList<>();

	private ConfigurableApplicationContext started(Class<?> version) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(version).web(WebApplicationType.NONE)
			.properties("safelight.provision=true", "safelight.messaging.queue.receive-wait=1s")
			.run();
		this.running.add(context);
		return context;
	}

	@AfterEach
	void stop() {
		this.running.forEach(ConfigurableApplicationContext::close);
	}

	private static String saidInCents(ConfigurableApplicationContext sender, int cents) {
		String photo = UUID.randomUUID().toString();
		sender.getBean(Committer.class)
			.commit(Changes.none()
				.publish(OutgoingMessage.to(EVENTS, "price-set.v1", photo, 1, new CentsSet(photo, cents))));
		return photo;
	}

	private static String said(ConfigurableApplicationContext sender, long amount) {
		String photo = UUID.randomUUID().toString();
		sender.getBean(Committer.class)
			.commit(Changes.none()
				.publish(OutgoingMessage.to(EVENTS, "price-set.v2", photo, 1, new PriceSet(photo, amount, "CHF"))));
		return photo;
	}

	private static void awaitPrice(ConfigurableApplicationContext consumer, String photo, long amount,
			String currency) {
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(price(consumer, photo)).isPresent());
		assertThat(price(consumer, photo)).contains(new Price(photo, 1, amount, currency));
	}

	private static Optional<Price> price(ConfigurableApplicationContext consumer, String photo) {
		return consumer.getBean(Store.class).find(PRICES, PRICES.key(photo), Price.class);
	}

	private static List<ParkedMessage> parked(ConfigurableApplicationContext consumer, String photo) {
		return consumer.getBean(ParkedMessages.class)
			.list(100, null)
			.items()
			.stream()
			.filter((message) -> message.body().contains(photo))
			.toList();
	}

	@Test
	void losesNothingWhenConsumersAreUpgradedBeforeSenders() {
		ConfigurableApplicationContext oldConsumer = started(OldConsumer.class);
		ConfigurableApplicationContext oldSender = started(Sender.class);
		awaitPrice(oldConsumer, saidInCents(oldSender, 100), 100, "EUR");
		ConfigurableApplicationContext consumer = started(NewConsumer.class);
		String besideBoth = saidInCents(oldSender, 200);
		awaitPrice(consumer, besideBoth, 200, "EUR");
		oldConsumer.close();
		String toTheNew = saidInCents(oldSender, 300);
		ConfigurableApplicationContext sender = started(Sender.class);
		String newer = said(sender, 400);
		String older = saidInCents(oldSender, 500);
		oldSender.close();
		awaitPrice(consumer, toTheNew, 300, "EUR");
		awaitPrice(consumer, newer, 400, "CHF");
		awaitPrice(consumer, older, 500, "EUR");
		assertThat(List.of(besideBoth, toTheNew, newer, older))
			.allSatisfy((photo) -> assertThat(parked(consumer, photo)).isEmpty());
	}

	@Test
	void parksWhatIsNewerThanItKnowsUntilItIsUpgraded() {
		ConfigurableApplicationContext oldConsumer = started(OldConsumer.class);
		ConfigurableApplicationContext sender = started(Sender.class);
		String newer = said(sender, 700);
		String known = saidInCents(sender, 600);
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(parked(oldConsumer, newer)).hasSize(1));
		assertThat(parked(oldConsumer, newer).getFirst().reason()).contains("itlabels handles no price-set.v2",
				"[price-set.v1]", "upgraded");
		awaitPrice(oldConsumer, known, 600, "EUR");
		oldConsumer.close();
		ConfigurableApplicationContext consumer = started(NewConsumer.class);
		assertThat(price(consumer, newer)).isEmpty();
		consumer.getBean(ParkedMessageDesk.class)
			.decide(parked(consumer, newer).getFirst().id(),
					new Decision(Action.REDRIVE, "ada", "it reads price-set.v2 now", null));
		awaitPrice(consumer, newer, 700, "CHF");
		assertThat(parked(consumer, newer)).isEmpty();
	}

}
