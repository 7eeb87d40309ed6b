package io.safelight.service.operations;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Envelope;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.UnprocessableMessageException;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.LocalCloudTest;
import io.safelight.messaging.test.Neighbours;
import io.safelight.messaging.test.Visitor;
import io.safelight.messaging.topology.Topology;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What administrators can do about parked messages: real HTTP, SNS, SQS and DynamoDB.
 */
@LocalCloudTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.application.name=mending", "spring.application.version=4.2" })
class OperationsIntegrationTests {

	private static final String TOPIC = "safelight-itbreaking-events";

	private static final String PARKED = "/v1/ops/parked";

	private static final Table THINGS = Table.of("safelight-itmending-things", "name");

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Map<String, String> WHY = Map.of("reason", "mended in 4.2", "ticket", "OPS-1");

	record Broken(String name) {
	}

	record Thing(String name, long version) {
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Mending {

		/** What can be handled: nothing, until it is mended. */
		static final Set<String> MENDED = ConcurrentHashMap.newKeySet();

		@Bean
		Topology topology() {
			return Topology.of("itmending").topic("safelight-itmending-events").table(THINGS);
		}

		@Bean
		MessageRoutes routes(Store store) {
			return MessageRoutes.consumedBy("itmending")
				.from(TOPIC)
				.on("thing-broken.v1", Broken.class, (message, context) -> mend(store, message))
				.build();
		}

		private static Changes mend(Store store, Broken message) {
			if (!MENDED.contains(message.name())) {
				throw new UnprocessableMessageException("nobody can mend " + message.name());
			}
			long version = store.find(THINGS, THINGS.key(message.name()), Thing.class).map(Thing::version).orElse(0L);
			return Changes.none().put(THINGS, new Thing(message.name(), version + 1), Condition.version(version));
		}

	}

	@LocalServerPort
	private int port;

	@Autowired
	private Store store;

	@Autowired
	private SnsClient sns;

	@Autowired
	private SqsAsyncClient sqs;

	private final String name = "thing-" + UUID.randomUUID();

	private Visitor ada = Visitor.anonymous(0);

	@BeforeEach
	void signIn() {
		this.ada = Visitor.named("ada", this.port);
	}

	/** The path of a message that was parked. */
	private String parked() {
		Neighbours.hearing(this.sns, this.sqs)
			.say(TOPIC,
					Neighbours.envelope("safelight.breaking", "thing-broken.v1", this.name, 1, new Broken(this.name)));
		JsonNode waiting = await().atMost(PATIENCE).until(this::find, (message) -> !message.isMissingNode());
		return PARKED + "/" + waiting.path("id").asString();
	}

	private JsonNode find() {
		for (JsonNode message : this.ada.get(PARKED + "?per_page=100").json().path("data")) {
			if (message.path("aggregateId").asString("").equals(this.name)) {
				return message;
			}
		}
		return MissingNode.getInstance();
	}

	private long mendings() {
		return this.store.find(THINGS, THINGS.key(this.name), Thing.class).map(Thing::version).orElse(0L);
	}

	private JsonNode awaitAftermath(String path) {
		return await().atMost(PATIENCE).until(() -> this.ada.get(path).json().path("aftermath"), JsonNode::isObject);
	}

	@Test
	void showsWhatWasParkedAndWhy() {
		Answer answer = this.ada.get(parked());
		JsonNode message = answer.json().path("message");
		assertThat(message.path("reason").asString()).contains("nobody can mend");
		assertThat(message.path("type").asString()).isEqualTo("thing-broken.v1");
		assertThat(message.path("serviceVersion").asString()).isEqualTo("4.2");
		assertThat(message.path("queue").asString()).isEqualTo("safelight-itmending");
		Envelope body = EnvelopeJson.read(answer.field("body"));
		assertThat(body.type()).isEqualTo(new MessageType("thing-broken.v1"));
	}

	@Test
	void completesARedrivenMessageAndSaysSo() {
		String path = parked();
		Mending.MENDED.add(this.name);
		Answer redriven = this.ada.post(path + "/redrive", WHY);
		assertThat(redriven.status()).isEqualTo(200);
		assertThat(redriven.field("outcome")).isEqualTo("sent");
		assertThat(awaitAftermath(path).path("note").asString()).contains("1 rows");
		assertThat(mendings()).isOne();
		assertThat(find().isMissingNode()).isTrue();
	}

	/** F21 of docs/reliability.md. */
	@Test
	void takesEffectOnceWhenItIsRedrivenTwiceAtOnce() {
		String path = parked();
		Mending.MENDED.add(this.name);
		List<String> outcomes = IntStream.range(0, 2)
			.parallel()
			.mapToObj((operator) -> this.ada.post(path + "/redrive", WHY).field("outcome"))
			.toList();
		assertThat(outcomes).containsExactlyInAnyOrder("sent", "no-op");
		awaitAftermath(path);
		assertThat(mendings()).isOne();
		JsonNode history = this.ada.get(path + "/history").json().path("data");
		assertThat(history.findValuesAsString("outcome")).containsExactly("sent", "no-op");
		assertThat(history.path(0).path("who").asString()).isEqualTo(history.path(1).path("who").asString())
			.isNotEmpty();
		assertThat(history.path(0).path("reason").asString()).isEqualTo("mended in 4.2");
	}

	@Test
	void parksAgainWhatStillFails() {
		String path = parked();
		assertThat(this.ada.post(path + "/redrive", WHY).field("outcome")).isEqualTo("sent");
		await().atMost(PATIENCE).untilAsserted(() -> {
			JsonNode message = this.ada.get(path).json().path("message");
			assertThat(message.path("times").asInt()).isEqualTo(2);
			assertThat(message.path("state").asString()).isEqualTo("parked");
		});
	}

	@Test
	void saysWhatWouldComeOfARedriveWithoutDoingIt() {
		String path = parked();
		Answer rehearsed = this.ada.post(path + "/redrive?dry_run=true", WHY);
		assertThat(rehearsed.field("outcome")).isEqualTo("sent");
		assertThat(rehearsed.json().path("dryRun").asBoolean()).isTrue();
		assertThat(this.ada.get(path + "/history").json().path("data").isEmpty()).isTrue();
	}

	@Test
	void keepsWhatWasDiscarded() {
		String path = parked();
		assertThat(this.ada.post(path + "/discard", WHY).field("outcome")).isEqualTo("discarded");
		assertThat(find().isMissingNode()).isTrue();
		assertThat(this.ada.get(path).json().path("message").path("state").asString()).isEqualTo("discarded");
		assertThat(this.ada.post(path + "/redrive", WHY).field("outcome")).isEqualTo("no-op");
	}

	@Test
	void wantsAReason() {
		Answer answer = this.ada.post(PARKED + "/x/redrive", Map.of("reason", " "));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo("invalid-request");
	}

	@Test
	void knowsOnlyWhatItParkedItself() {
		assertThat(this.ada.get(PARKED + "/x").code()).isEqualTo("unknown-parked-message");
		assertThat(this.ada.get(PARKED + "/x/history").status()).isEqualTo(404);
		assertThat(this.ada.post(PARKED + "/x/discard", WHY).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ana", "ben", "mia" })
	void letsNobodyInButAdministrators(String user) {
		Visitor visitor = Visitor.named(user, this.port);
		assertThat(visitor.get(PARKED).status()).isEqualTo(403);
		assertThat(visitor.post(PARKED + "/x/redrive", WHY).status()).isEqualTo(403);
		assertThat(Visitor.anonymous(this.port).get(PARKED).status()).isEqualTo(401);
	}

	@Test
	void tellsHowEventsFlow() {
		parked();
		JsonNode flow = this.ada.get("/v1/ops/flow").json();
		assertThat(flow.path("service").asString()).isEqualTo("itmending");
		assertThat(flow.path("version").asString()).isEqualTo("4.2");
		assertThat(flow.path("topics").path(0).asString()).isEqualTo("safelight-itmending-events");
		assertThat(flow.path("listens").path(0).path("topic").asString()).isEqualTo(TOPIC);
		assertThat(flow.path("listens").path(0).path("types").path(0).asString()).isEqualTo("thing-broken.v1");
		assertThat(flow.path("queues").findValuesAsString("kind")).containsExactly("WORK", "DEAD_LETTERS",
				"UNDELIVERED");
		assertThat(flow.path("queues").findValuesAsString("name")).containsExactly("safelight-itmending",
				"safelight-itmending-dlq", "safelight-itmending-undelivered-dlq");
		assertThat(flow.path("queues").findValues("waiting")).allMatch(JsonNode::isNumber);
		assertThat(flow.path("parked").asInt()).isPositive();
		assertThat(flow.path("outbox").path("pending").isNumber()).isTrue();
		assertThat(flow.path("types").path(0).path("parked").asLong()).isPositive();
		assertThat(flow.path("instance").asString()).isEqualTo(this.ada.get("/v1/ops/flow").field("instance"));
	}

	@Test
	void showsAQueueOfWhichNothingIsKnownAsSuch() {
		QueueDepths depths = new QueueDepths(this.sqs);
		assertThat(depths.of(List.of(new QueueDepths.Asked("safelight-nobody", FlowView.QueueKind.WORK))))
			.singleElement()
			.satisfies((queue) -> assertThat(queue.waiting()).isNull());
	}

	@Test
	void listsWhatWasDoneByHand() {
		String path = parked();
		this.ada.post(path + "/discard", WHY);
		await().atMost(PATIENCE).untilAsserted(() -> {
			JsonNode newest = this.ada.get("/v1/ops/audit?per_page=1").json().path("data").path(0);
			assertThat(path).endsWith(newest.path("subject").asString());
			assertThat(newest.path("action").asString()).isEqualTo("discard");
			assertThat(newest.path("kind").asString()).isEqualTo("parked-message");
			assertThat(newest.path("reason").asString()).isEqualTo("mended in 4.2");
			assertThat(newest.path("who").asString()).isNotEmpty();
		});
	}

	@Test
	void tellsWhichRoleMayDoWhat() {
		JsonNode rights = this.ada.get("/v1/ops/rights").json().path("data");
		assertThat(rights).anySatisfy((right) -> {
			assertThat(right.path("method").asString()).isEqualTo("POST");
			assertThat(right.path("path").asString()).isEqualTo("/v1/ops/parked/{id}/redrive");
			assertThat(right.path("roles").path(0).asString()).isEqualTo("admin");
			assertThat(right.path("everybody").asBoolean()).isFalse();
			assertThat(right.path("summary").asString()).startsWith("Give a parked message");
		});
	}

	@ParameterizedTest
	@CsvSource({ "ana,403", "ben,403", "mia,403", "ada,200" })
	void tellsAdministratorsOnly(String user, int status) {
		Visitor visitor = Visitor.named(user, this.port);
		for (String path : List.of("/v1/ops/flow", "/v1/ops/audit", "/v1/ops/rights")) {
			assertThat(visitor.get(path).status()).as(path).isEqualTo(status);
			assertThat(Visitor.anonymous(this.port).get(path).status()).as(path).isEqualTo(401);
		}
	}

	@Test
	void isNotFloodedWithDecisions() {
		List<Answer> answers = IntStream.range(0, 40)
			.parallel()
			.mapToObj((number) -> this.ada.post(PARKED + "/x/redrive?dry_run=true", WHY))
			.filter((answer) -> answer.status() == 429)
			.toList();
		assertThat(answers).isNotEmpty().allSatisfy((answer) -> {
			assertThat(answer.code()).isEqualTo("too-many-decisions");
			assertThat(answer.header("Retry-After")).isEqualTo("1");
		});
		await().atMost(PATIENCE)
			.until(() -> this.ada.post(PARKED + "/x/redrive?dry_run=true", WHY).status(), (status) -> status == 404);
	}

}
