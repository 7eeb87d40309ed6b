package io.safelight.messaging.test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.inbox.ParkedMessages;
import io.safelight.messaging.outbox.Outbox;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.store.Write;
import io.safelight.messaging.sqs.QueueProperties;
import io.safelight.messaging.topology.BucketProvisioner;
import io.safelight.messaging.topology.QueueProvisioner;
import io.safelight.messaging.topology.TableProvisioner;
import io.safelight.messaging.topology.Topology;
import io.safelight.messaging.topology.TopologyProvisioner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * The library over real SNS, SQS and DynamoDB wire protocols.
 */
@LocalCloudTest
@SpringBootTest(properties = { "safelight.provision=true", "safelight.messaging.queue.first-backoff=1s",
		"safelight.messaging.queue.max-receives=5" })
class MessagingIntegrationTests {

	private static final Table COUNTERS = Table.of("safelight-itcounting-counters", "name")
		.indexedBy("by-size", "size", "name");

	private static final String EVENTS = "safelight-itcounting-events";

	record Added(String name, int by) {
	}

	record Counter(String name, long version, int total, @Nullable String size) {
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Counting {

		static final Queue<Integer> FAILURES = new ConcurrentLinkedQueue<>();

		static final AtomicInteger HANDLED = new AtomicInteger();

		@Bean
		Topology topology() {
			return Topology.of("itcounting").topic(EVENTS).table(COUNTERS).bucket(Topology.Bucket.of("safelight-it"));
		}

		@Bean
		MessageRoutes routes(Store store) {
			return MessageRoutes.consumedBy("itcounting")
				.from(EVENTS)
				.on("number-added.v1", Added.class, (message, context) -> add(store, message, context))
				.build();
		}

		private Changes add(Store store, Added message, MessageContext context) {
			if (FAILURES.poll() != null) {
				throw new IllegalStateException("not now");
			}
			HANDLED.incrementAndGet();
			Counter counter = store.find(COUNTERS, COUNTERS.key(message.name()), Counter.class)
				.orElse(new Counter(message.name(), 0, 0, null));
			return Changes.none()
				.put(COUNTERS, new Counter(message.name(), counter.version() + 1, counter.total() + message.by(), null),
						Condition.version(counter.version()));
		}

	}

	@Autowired
	private Committer committer;

	@Autowired
	private Store store;

	@Autowired
	private Outbox outbox;

	@Autowired
	private ParkedMessages parked;

	@Autowired
	private SnsClient sns;

	@Autowired
	private SqsAsyncClient sqs;

	@Autowired
	private DynamoDbClient dynamoDb;

	@Autowired
	private S3Client s3;

	@Autowired
	private QueueProperties queueProperties;

	private final String name = "counter-" + UUID.randomUUID();

	private int total() {
		return this.store.find(COUNTERS, COUNTERS.key(this.name), Counter.class).map(Counter::total).orElse(0);
	}

	private void say(int by) {
		this.committer.commit(Changes.none()
			.publish(OutgoingMessage.to(EVENTS, "number-added.v1", this.name, by, new Added(this.name, by))
				.onBehalfOf("ana")));
	}

	private void publishAgain(String body) {
		String arn = this.sns.createTopic((request) -> request.name(EVENTS)).topicArn();
		this.sns.publish((request) -> request.topicArn(arn)
			.message(body)
			.messageAttributes(Map.of("detail-type",
					MessageAttributeValue.builder().dataType("String").stringValue("number-added.v1").build())));
	}

	record Note(String id, @Nullable String topic, @Nullable String at) {
	}

	@Test
	void addsTheIndexesThatATableOfAnEarlierVersionLacks() {
		Table earlier = Table.of("safelight-itcounting-" + UUID.randomUUID(), "id");
		Table now = earlier.indexedBy("by-topic", "topic", "at").indexedBy("by-time", "at", "id");
		provision(earlier);
		this.store.putAll(earlier, List.of(new Note("1", "a", "10:00"), new Note("2", "a", "10:01"),
				new Note("3", "a", "10:02"), new Note("4", null, null)));
		provision(now);
		provision(now);
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(
					() -> assertThat(this.store.query(Query.of(now, "by-topic", "a").from("10:01"), Note.class).items())
						.extracting(Note::id)
						.containsExactly("2", "3"));
		assertThat(this.store.query(Query.of(now, "by-time", "10:00"), Note.class).items()).hasSize(1);
	}

	private void provision(Table table) {
		new TopologyProvisioner(this.sns, new QueueProvisioner(this.sqs), new TableProvisioner(this.dynamoDb),
				new BucketProvisioner(this.s3))
			.provision(new Topology("itcounting", List.of(), List.of(table), List.of()),
					MessageRoutes.consumedBy("itcounting").build(), this.queueProperties);
	}

	@Test
	void carriesACommittedMessageToItsHandler() {
		say(5);
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(total()).isEqualTo(5));
		await().untilAsserted(() -> assertThat(this.outbox.backlog().pending()).isZero());
	}

	@Test
	void absorbsTheSameMessageSentAgain() {
		say(5);
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(total()).isEqualTo(5));
		int handledBefore = Counting.HANDLED.get();
		String body = this.store
			.scan(Query.of(Table.of("safelight-itcounting-messages", "pk"), "").limit(1000), Row.class)
			.items()
			.stream()
			.filter((row) -> row.body() != null && row.body().contains(this.name))
			.map((row) -> String.valueOf(row.body()))
			.findFirst()
			.orElseThrow();
		publishAgain(body);
		publishAgain(body);
		await().untilAsserted(() -> assertThat(Counting.HANDLED.get()).isEqualTo(handledBefore + 2));
		say(7);
		await().untilAsserted(() -> assertThat(total()).isEqualTo(12));
	}

	record Row(String pk, @Nullable String body) {
	}

	@Test
	void handlesConcurrentMessagesOfOneThingWithoutLosingAny() {
		for (int i = 1; i <= 10; i++) {
			say(i);
		}
		await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(total()).isEqualTo(55));
	}

	@Test
	void triesAgainAfterAFailure() {
		Counting.FAILURES.add(1);
		say(3);
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(total()).isEqualTo(3));
	}

	@Test
	void parksAMalformedMessageWithItsReason() {
		String body = "{\"oops\": \"" + this.name + "\"}";
		publishAgain(body);
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.parked.list(100, null).items())
				.filteredOn((parked) -> parked.body().equals(body))
				.singleElement()
				.satisfies((parked) -> assertThat(parked.reason()).contains("'id'")));
	}

	@Test
	void givesTheQueueAndTheSubscriptionTheirDeadLetterQueues() {
		String url = this.sqs.getQueueUrl((request) -> request.queueName("safelight-itcounting")).join().queueUrl();
		assertThat(this.sqs
			.getQueueAttributes((request) -> request.queueUrl(url).attributeNames(QueueAttributeName.REDRIVE_POLICY))
			.join()
			.attributes()
			.get(QueueAttributeName.REDRIVE_POLICY)).contains("safelight-itcounting-dlq");
		String arn = this.sns.createTopic((request) -> request.name(EVENTS)).topicArn();
		String subscription = this.sns.listSubscriptionsByTopic((request) -> request.topicArn(arn))
			.subscriptions()
			.getFirst()
			.subscriptionArn();
		assertThat(this.sns.getSubscriptionAttributes((request) -> request.subscriptionArn(subscription)).attributes())
			.containsEntry("RawMessageDelivery", "true")
			.containsEntry("FilterPolicy", "{\"detail-type\":[{\"prefix\":\"number-added.v\"}]}")
			.hasEntrySatisfying("RedrivePolicy",
					(policy) -> assertThat(policy).contains("safelight-itcounting-undelivered-dlq"));
	}

	@Test
	void widensTheFilterOfASubscriptionThatIsThere() {
		String topic = "safelight-itwidening-events";
		MessageRoutes.Builder routes = MessageRoutes.consumedBy("itwidening")
			.from(topic)
			.on("number-added.v1", Added.class, (message, context) -> Changes.none());
		provisioner().provision(Topology.of("itwidening"), routes.build(), this.queueProperties);
		provisioner().provision(Topology.of("itwidening"),
				routes.on("number-lost.v1", Added.class, (message, context) -> Changes.none()).build(),
				this.queueProperties);
		String arn = this.sns.createTopic((request) -> request.name(topic)).topicArn();
		assertThat(this.sns.listSubscriptionsByTopic((request) -> request.topicArn(arn)).subscriptions())
			.singleElement()
			.satisfies((subscription) -> assertThat(this.sns
				.getSubscriptionAttributes((request) -> request.subscriptionArn(subscription.subscriptionArn()))
				.attributes())
				.containsEntry("FilterPolicy",
						"{\"detail-type\":[{\"prefix\":\"number-added.v\"},{\"prefix\":\"number-lost.v\"}]}")
				.containsEntry("RawMessageDelivery", "true"));
	}

	private TopologyProvisioner provisioner() {
		return new TopologyProvisioner(this.sns, new QueueProvisioner(this.sqs), new TableProvisioner(this.dynamoDb),
				new BucketProvisioner(this.s3));
	}

	@Test
	void makesAllWritesOrNone() {
		List<Write> writes = List.of(new Write.Put(COUNTERS, new Counter(this.name, 1, 1, null), Condition.absent()),
				new Write.Put(COUNTERS, new Counter(this.name + "-other", 9, 1, null), Condition.version(8)));
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> this.store.commit(writes, UUID.randomUUID().toString()))
			.satisfies((ex) -> assertThat(ex.refused()).containsExactly(writes.get(1)));
		assertThat(total()).isZero();
	}

	@Test
	void pagesThroughAnIndex() {
		String size = "size-" + this.name;
		for (int i = 0; i < 5; i++) {
			this.store.commit(
					List.of(new Write.Put(COUNTERS, new Counter(this.name + i, 1, i, size), Condition.none())),
					UUID.randomUUID().toString());
		}
		Query query = Query.of(COUNTERS, "by-size", size).newestFirst().limit(3);
		Page<Counter> first = this.store.query(query, Counter.class);
		Page<Counter> second = this.store.query(query.after(first.cursor()), Counter.class);
		assertThat(first.items()).extracting(Counter::total).containsExactly(4, 3, 2);
		assertThat(second.items()).extracting(Counter::total).containsExactly(1, 0);
	}

}
