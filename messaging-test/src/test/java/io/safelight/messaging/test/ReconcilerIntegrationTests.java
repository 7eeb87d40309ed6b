package io.safelight.messaging.test;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.Envelope;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.outbox.Outbox;
import io.safelight.messaging.topology.Topology;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a topic took and one subscription dropped without a word comes all the same (row
 * F18).
 */
@LocalCloudTest
@SpringBootTest(properties = { "safelight.provision=true", "safelight.messaging.reconciler.interval=500ms",
		"safelight.messaging.reconciler.grace=4s" })
class ReconcilerIntegrationTests {

	private static final String EVENTS = "safelight-itledger-events";

	record Said(String word) {
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Listening {

		static final List<String> HEARD = new CopyOnWriteArrayList<>();

		@Bean
		MeterRegistry meters() {
			return new SimpleMeterRegistry();
		}

		@Bean
		Topology topology() {
			return Topology.of("itledger").topic(EVENTS);
		}

		@Bean
		MessageRoutes routes() {
			return MessageRoutes.consumedBy("itledger").from(EVENTS).on("word-said.v1", Said.class, (said, context) -> {
				HEARD.add(said.word());
				return Changes.none();
			}).build();
		}

	}

	@Autowired
	private Committer committer;

	@Autowired
	private Outbox outbox;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private SnsClient sns;

	@Autowired
	private SqsAsyncClient sqs;

	private final String word = UUID.randomUUID().toString();

	private void say(String type, int number) {
		this.committer.commit(Changes.none()
			.publish(OutgoingMessage.to(EVENTS, type, this.word, number, new Said(this.word + number))));
	}

	private double missing() {
		return this.meters.counter("reconciler.missing", "consumer", "itledger").count();
	}

	private void awaitAllSent() {
		await().atMost(Duration.ofSeconds(10)).until(() -> this.outbox.backlog().pending() == 0);
	}

	private static Set<String> heard(String word) {
		return Listening.HEARD.stream().filter((heard) -> heard.startsWith(word)).collect(Collectors.toSet());
	}

	/** How many messages of a type took effect. */
	private double handled(String type) {
		return this.meters.find("event.handled")
			.tags("consumer", "itledger", "type", type, "outcome", "unchanged")
			.counters()
			.stream()
			.mapToDouble(Counter::count)
			.sum();
	}

	@Test
	void bringsWhatASubscriptionDroppedToThatConsumerAlone() {
		Neighbours others = Neighbours.hearing(this.sns, this.sqs, EVENTS);
		double missingBefore = missing();
		double handledBefore = handled("word-said.v1");
		say("word-said.v1", 1);
		try (DroppedSubscription dropped = DroppedSubscription.of(this.sns, EVENTS, "safelight-itledger")) {
			for (int number = 2; number <= 60; number++) {
				say("word-said.v1", number);
			}
			awaitAllSent();
		}
		await().atMost(Duration.ofSeconds(40)).until(() -> heard(this.word).size() >= 60);
		await().atMost(Duration.ofSeconds(10)).until(() -> handled("word-said.v1") - handledBefore >= 60);
		assertThat(handled("word-said.v1") - handledBefore).isEqualTo(60);
		assertThat(missing() - missingBefore).isGreaterThanOrEqualTo(59);
		List<Envelope> toOthers = others.hear("word-said.v1", this.word, 60);
		assertThat(toOthers).hasSize(60);
		assertThat(others.heard((message) -> message.type().name().startsWith("messages-"))).isEmpty();
	}

	@Test
	void missesNothingThatItsFilterKeepsOut() {
		double missingBefore = missing();
		double reconciledBefore = handled("messages-sent.v1");
		say("word-forgotten.v1", 1);
		say("word-said.v1", 2);
		awaitAllSent();
		await().atMost(Duration.ofSeconds(30)).until(() -> handled("messages-sent.v1") > reconciledBefore);
		assertThat(missing()).isEqualTo(missingBefore);
	}

}
