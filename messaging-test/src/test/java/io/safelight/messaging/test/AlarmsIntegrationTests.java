package io.safelight.messaging.test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.outbox.Outbox;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.test.alarms.Alarms;
import io.safelight.messaging.test.alarms.Scrape;
import io.safelight.messaging.topology.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Each alarm of {@code ops/alerts.yml} that is about messages, and what sets it off.
 * Those about sagas are tried in publication-service.
 */
@LocalCloudTest
@SpringBootTest(properties = { "safelight.provision=true", "safelight.messaging.outbox.measure-interval=100ms",
		"safelight.messaging.outbox.sweep-interval=200ms", "safelight.messaging.reconciler.interval=500ms",
		"safelight.messaging.reconciler.grace=4s", "safelight.messaging.queue.visibility=3s" })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlarmsIntegrationTests {

	private static final String EVENTS = "safelight-italarms-events";

	private static final String QUEUE = "safelight-italarms";

	private static final Table WORDS = Table.of("safelight-italarms-words", "word");

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	record Said(String word) {
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Listening {

		static final Queue<String> HEARD = new ConcurrentLinkedQueue<>();

		@Bean
		PrometheusMeterRegistry meters() {
			return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		}

		@Bean
		ShiftedClock clock() {
			return new ShiftedClock();
		}

		@Bean
		Topology topology() {
			return Topology.of("italarms").topic(EVENTS).table(WORDS);
		}

		@Bean
		MessageRoutes routes() {
			return MessageRoutes.consumedBy("italarms").from(EVENTS).on("word-said.v1", Said.class, (said, context) -> {
				if (said.word().startsWith("endless")) {
					new CountDownLatch(1).await();
				}
				HEARD.add(said.word());
				return Changes.none().put(WORDS, said, Condition.none());
			}).build();
		}

	}

	@RegisterExtension
	final FaultInjection faults = new FaultInjection();

	private final Alarms alarms = Alarms.ofProject();

	@Autowired
	private PrometheusMeterRegistry meters;

	@Autowired
	private ShiftedClock clock;

	@Autowired
	private Committer committer;

	@Autowired
	private Outbox outbox;

	@Autowired
	private SnsClient sns;

	@Autowired
	private SqsAsyncClient sqs;

	private final String word = UUID.randomUUID().toString();

	private Scrape before = new Scrape(List.of());

	private Duration shift = Duration.ZERO;

	@BeforeEach
	void scrape() {
		say("first-" + this.word);
		await().atMost(PATIENCE).until(() -> Listening.HEARD.contains("first-" + this.word));
		await().atMost(PATIENCE).until(() -> this.outbox.backlog().pending() == 0);
		this.before = Scrape.of(this.meters.scrape());
	}

	@AfterEach
	void turnBack() {
		this.clock.advance(this.shift.negated());
	}

	private void advance(Duration time) {
		this.clock.advance(time);
		this.shift = this.shift.plus(time);
	}

	private Set<String> firing() {
		return this.alarms.firing(this.before, Scrape.of(this.meters.scrape()), 60);
	}

	private void awaitFiring(String alarm) {
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(firing()).contains(alarm));
	}

	private void awaitSilent(String alarm) {
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(firing()).doesNotContain(alarm));
	}

	private void say(String said) {
		this.committer
			.commit(Changes.none().publish(OutgoingMessage.to(EVENTS, "word-said.v1", said, 1, new Said(said))));
	}

	private void publish(String body) {
		String arn = this.sns.createTopic((request) -> request.name(EVENTS)).topicArn();
		this.sns.publish((request) -> request.topicArn(arn)
			.message(body)
			.messageAttributes(Map.of("detail-type",
					MessageAttributeValue.builder().dataType("String").stringValue("word-said.v1").build())));
	}

	@Test
	@Order(1)
	void areSilentWhenAllIsWell() {
		for (int i = 0; i < 20; i++) {
			say(this.word + i);
		}
		await().atMost(PATIENCE)
			.until(() -> Listening.HEARD.stream().filter((heard) -> heard.startsWith(this.word)).count() == 20);
		await().atMost(PATIENCE).until(() -> this.outbox.backlog().pending() == 0);
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(firing()).isEmpty());
	}

	/** F17. */
	@Test
	@Order(2)
	void tellThatATopicDoesNotTakeMessagesAndFallSilentWhenItDoes() {
		Fault throttling = this.faults.on(PublishBatchRequest.class).always().isThrottled();
		say(this.word);
		advance(Duration.ofSeconds(31));
		awaitFiring("OutboxWaits");
		assertThat(firing()).doesNotContain("OutboxStuck");
		advance(Duration.ofMinutes(5));
		awaitFiring("OutboxStuck");
		FaultInjection.end(throttling);
		advance(Duration.ofSeconds(31));
		await().atMost(PATIENCE).until(() -> Listening.HEARD.contains(this.word));
		awaitSilent("OutboxWaits");
		awaitSilent("OutboxStuck");
	}

	@Test
	@Order(2)
	void tellThatMessagesAreHandledLate() {
		advance(Duration.ofSeconds(10));
		say(this.word);
		awaitFiring("MessagesLate");
	}

	@Test
	@Order(2)
	void tellThatManyMessagesComeAgain() {
		String body = body();
		publish(body);
		publish(body);
		await().atMost(PATIENCE).until(() -> this.meters.scrape().contains("outcome=\"duplicate\""));
		this.before = Scrape.of(this.meters.scrape());
		publish(body);
		awaitFiring("ManyDuplicates");
	}

	private String body() {
		return "{\"version\":\"0\",\"id\":\"" + this.word + "\",\"detail-type\":\"word-said.v1\","
				+ "\"source\":\"safelight.italarms\",\"time\":\"2026-11-22T10:15:30Z\",\"resources\":[],"
				+ "\"detail\":{\"metadata\":{\"aggregateId\":\"a\",\"aggregateVersion\":1,\"correlationId\":\"c\","
				+ "\"causationId\":\"c\"},\"data\":{\"word\":\"" + this.word + "\"}}}";
	}

	@Test
	@Order(2)
	void tellThatAMessageCouldNotBeKeptFromOthers() {
		this.faults.on(ChangeMessageVisibilityRequest.class).always().isThrottled();
		say("endless-" + this.word);
		awaitFiring("MessagesTakenAway");
	}

	@Test
	@Order(2)
	void tellThatASubscriptionDropsMessages() {
		try (DroppedSubscription dropped = DroppedSubscription.of(this.sns, EVENTS, QUEUE)) {
			say(this.word);
			await().atMost(PATIENCE).until(() -> this.outbox.backlog().pending() == 0);
		}
		awaitFiring("SubscriptionDrops");
	}

	@Test
	@Order(3)
	void tellThatAMessageLiesInADeadLetterQueueAndIsParked() {
		String url = this.sqs.getQueueUrl((request) -> request.queueName(QUEUE + "-dlq")).join().queueUrl();
		this.sqs.sendMessage((request) -> request.queueUrl(url).messageBody(body())).join();
		awaitFiring("DeadLetter");
		awaitFiring("MessageParked");
	}

}
