package io.safelight.messaging.test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.safelight.messaging.Changes;
import io.safelight.messaging.Envelope;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.messaging.inbox.AuditEntry.Action;
import io.safelight.messaging.inbox.AuditEntry.Outcome;
import io.safelight.messaging.inbox.Decision;
import io.safelight.messaging.inbox.ParkedMessage;
import io.safelight.messaging.inbox.ParkedMessageDesk;
import io.safelight.messaging.inbox.ParkedMessages;
import io.safelight.messaging.sqs.SqsReceiver;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.topology.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The receiving side over real SNS, SQS and DynamoDB wire protocols, with things going
 * wrong. F1 and so on are rows of docs/reliability.md.
 */
@LocalCloudTest
@SpringBootTest(properties = { "safelight.messaging.queue.visibility=3s", "safelight.messaging.queue.receive-wait=1s",
		"safelight.messaging.queue.first-backoff=1s", "safelight.messaging.queue.max-backoff=1s",
		"safelight.messaging.queue.max-receives=5" })
class ReceiverIntegrationTests {

	private static final String QUEUE = "safelight-itreceiving";

	private static final String TOPIC = "safelight-itgiving-events";

	private static final Table COUNTERS = Table.of("safelight-itreceiving-counters", "name");

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	record Added(String name, int by) {
	}

	record Counted(String name, long version, int total) {
	}

	/** What else a handler does. */
	@FunctionalInterface
	interface Work {

		void run() throws Exception;

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Receiving {

		static final Map<String, Work> WORK = new ConcurrentHashMap<>();

		static final Queue<String> HANDLED = new ConcurrentLinkedQueue<>();

		@Bean
		MeterRegistry meters() {
			return new SimpleMeterRegistry();
		}

		@Bean
		Topology topology() {
			return Topology.of("itreceiving").table(COUNTERS);
		}

		@Bean
		MessageRoutes routes(Store store) {
			return MessageRoutes.consumedBy("itreceiving")
				.from(TOPIC)
				.on("number-added.v1", Added.class, (message, context) -> add(store, message))
				.build();
		}

		private static Changes add(Store store, Added message) throws Exception {
			HANDLED.add(message.name());
			Counted seen = counted(store, message.name());
			WORK.getOrDefault(message.name(), () -> {
			}).run();
			return Changes.none()
				.put(COUNTERS, new Counted(message.name(), seen.version() + 1, seen.total() + message.by()),
						Condition.version(seen.version()));
		}

		static Counted counted(Store store, String name) {
			return store.find(COUNTERS, COUNTERS.key(name), Counted.class).orElse(new Counted(name, 0, 0));
		}

	}

	@RegisterExtension
	final FaultInjection faults = new FaultInjection();

	@Autowired
	private Store store;

	@Autowired
	private ParkedMessages parked;

	@Autowired
	private ParkedMessageDesk desk;

	@Autowired
	private SqsReceiver receiver;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private SnsClient sns;

	@Autowired
	private SqsAsyncClient sqs;

	private final String name = "counter-" + UUID.randomUUID();

	private Envelope said() {
		return Neighbours.envelope("safelight.itgiving", "number-added.v1", this.name, 1, new Added(this.name, 5));
	}

	private Envelope say(Envelope message) {
		return Neighbours.hearing(this.sns, this.sqs).say(TOPIC, message);
	}

	private int total() {
		return FaultInjection.untouched(() -> Receiving.counted(this.store, this.name).total());
	}

	private long handlings() {
		return Receiving.HANDLED.stream().filter(this.name::equals).count();
	}

	private double count(String meter, String... tags) {
		return this.meters.find(meter).tags(tags).counters().stream().mapToDouble(Counter::count).sum();
	}

	private double duplicates() {
		return count("event.handled", "outcome", "duplicate");
	}

	private static String url(SqsAsyncClient sqs, String queue) {
		return sqs.getQueueUrl((request) -> request.queueName(queue)).join().queueUrl();
	}

	private static Predicate<ChangeMessageVisibilityRequest> heartbeats() {
		return (request) -> request.queueUrl().endsWith("/" + QUEUE) && request.visibilityTimeout() == 3;
	}

	private static Predicate<DeleteMessageBatchRequest> acknowledgements() {
		return (request) -> request.queueUrl().endsWith("/" + QUEUE);
	}

	private void awaitTotal(int expected) {
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(total()).isEqualTo(expected));
	}

	private ParkedMessage awaitParked(Predicate<ParkedMessage> which) {
		return await().atMost(PATIENCE)
			.until(() -> this.parked.list(1000, null).items().stream().filter(which).findFirst(),
					(found) -> found.isPresent())
			.orElseThrow();
	}

	private boolean isMine(ParkedMessage message) {
		return this.name.equals(message.aggregateId());
	}

	private Outcome redrive(ParkedMessage message) {
		return this.desk.decide(message.id(), new Decision(Action.REDRIVE, "ada", "mended", null))
			.orElseThrow()
			.outcome();
	}

	@Test
	void givesASlowHandlerTheMessageForAsLongAsItNeeds() throws InterruptedException {
		CountDownLatch done = new CountDownLatch(1);
		Receiving.WORK.put(this.name, done::await);
		// The third heartbeat comes after three seconds, when others would be given the
		// message; that one of them fails does not matter.
		Fault fifth = this.faults.on(ChangeMessageVisibilityRequest.class)
			.where(heartbeats())
			.nth(5)
			.isRefusedWith("InternalError");
		say(said());
		fifth.awaitStrike();
		done.countDown();
		awaitTotal(5);
		assertThat(handlings()).isOne();
	}

	/** F11: the heartbeat is dead, and the handler does not heed that it is cancelled. */
	@Test
	void letsOneOfTwoWorkersThroughWhenAHandlerOutlivesItsMessage() {
		CountDownLatch stuck = new CountDownLatch(1);
		AtomicInteger workers = new AtomicInteger();
		Receiving.WORK.put(this.name, () -> {
			if (workers.incrementAndGet() == 1) {
				awaitStubbornly(stuck);
			}
		});
		double before = duplicates();
		this.faults.on(ChangeMessageVisibilityRequest.class).where(heartbeats()).always().isThrottled();
		say(said());
		awaitTotal(5);
		stuck.countDown();
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(duplicates()).isGreaterThan(before));
		assertThat(workers).hasValue(2);
		assertThat(total()).isEqualTo(5);
	}

	private static void awaitStubbornly(CountDownLatch latch) {
		boolean interrupted = false;
		while (latch.getCount() > 0) {
			try {
				latch.await();
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		assertThat(interrupted).as("it was told").isTrue();
	}

	/** F12. */
	@Test
	void cancelsTheWorkBeforeOthersAreGivenTheMessage() {
		AtomicInteger workers = new AtomicInteger();
		AtomicInteger cancelled = new AtomicInteger();
		Receiving.WORK.put(this.name, () -> {
			if (workers.incrementAndGet() == 1) {
				try {
					new CountDownLatch(1).await();
				}
				catch (InterruptedException ex) {
					cancelled.set(workers.get());
					throw ex;
				}
			}
		});
		double lostBefore = count("messages.lost");
		this.faults.on(ChangeMessageVisibilityRequest.class).where(heartbeats()).times(2).isThrottled();
		say(said());
		awaitTotal(5);
		assertThat(cancelled).as("cancelled while it was the only worker").hasValue(1);
		assertThat(count("messages.lost")).isEqualTo(lostBefore + 1);
		assertThat(count("messages.heartbeat.failed")).isGreaterThanOrEqualTo(2);
	}

	/** F4: after its commit the process is dead to everybody. */
	@Test
	void recognisesWhatADeadProcessHadCommitted() {
		double before = duplicates();
		double failedBefore = count("event.handled", "outcome", "retry");
		Fault death = this.faults.on(TransactWriteItemsRequest.class)
			.where((request) -> request.toString().contains(this.name))
			.isTheLastThingDone();
		say(said());
		death.awaitStrike();
		awaitTotal(5);
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(count("event.handled", "outcome", "retry")).isGreaterThan(failedBefore));
		death.end();
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(duplicates()).isGreaterThan(before));
		assertThat(total()).isEqualTo(5);
	}

	/** F15, and F16: what is acknowledged one by one cannot collide in a batch. */
	@Test
	void absorbsARepeatWhenAnAcknowledgementFailed() {
		Queue<Integer> sizes = new ConcurrentLinkedQueue<>();
		double before = duplicates();
		this.faults.on(DeleteMessageBatchRequest.class).where(acknowledgements().and((request) -> {
			sizes.add(request.entries().size());
			return true;
		})).doesNotArrive();
		Envelope message = say(said());
		say(message);
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(duplicates()).isGreaterThanOrEqualTo(before + 2));
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(waiting(QUEUE)).isZero());
		assertThat(total()).isEqualTo(5);
		assertThat(sizes).hasSizeGreaterThanOrEqualTo(3).containsOnly(1);
	}

	private int waiting(String queue) {
		return this.sqs
			.getQueueAttributes((request) -> request.queueUrl(url(this.sqs, queue))
				.attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
						QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
			.join()
			.attributes()
			.values()
			.stream()
			.mapToInt(Integer::parseInt)
			.sum();
	}

	/** F14: five processes were killed while they had it. */
	@Test
	void parksWhatKilledFiveProcessesAndCompletesItWhenRedriven() {
		this.receiver.stop();
		double before = count("messages.dead", "queue", QUEUE + "-dlq");
		Envelope message = say(said());
		for (int process = 1; process <= 5; process++) {
			receiveAndDie();
		}
		assertThat(receive()).as("it is dead").isEmpty();
		ParkedMessage dead = awaitParked(this::isMine);
		this.receiver.start();
		assertThat(dead.reason()).contains("killed");
		assertThat(dead.foundIn()).isEqualTo(QUEUE + "-dlq");
		assertThat(dead.messageId()).isEqualTo(message.id());
		assertThat(count("messages.dead", "queue", QUEUE + "-dlq")).isEqualTo(before + 1);
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(waiting(QUEUE + "-dlq")).isZero());
		assertThat(redrive(dead)).isEqualTo(Outcome.SENT);
		awaitTotal(5);
	}

	private void receiveAndDie() {
		await().atMost(PATIENCE).until(this::receive, (messages) -> !messages.isEmpty()).forEach((message) -> {
			assertThat(message.body()).contains(this.name);
			this.sqs
				.changeMessageVisibility((request) -> request.queueUrl(url(this.sqs, QUEUE))
					.receiptHandle(message.receiptHandle())
					.visibilityTimeout(0))
				.join();
		});
	}

	private List<Message> receive() {
		return this.sqs.receiveMessage((request) -> request.queueUrl(url(this.sqs, QUEUE)).waitTimeSeconds(1))
			.join()
			.messages();
	}

	/** F20. */
	@Test
	void parksWithItsReasonWhatFailsFiveTimesAndLeavesOthersAlone() {
		Receiving.WORK.put(this.name, () -> {
			throw new IllegalStateException("poison");
		});
		Neighbours neighbours = Neighbours.hearing(this.sns, this.sqs, TOPIC);
		Envelope poison = neighbours.say(TOPIC, said());
		ParkedMessage message = awaitParked(this::isMine);
		assertThat(handlings()).isEqualTo(5);
		assertThat(message.reason()).contains("5 times", "poison");
		assertThat(message.stackHash()).isNotEmpty();
		assertThat(message.foundIn()).isEqualTo(QUEUE);
		assertThat(neighbours.hear("number-added.v1", this.name)).isEqualTo(poison);
		String other = "counter-" + UUID.randomUUID();
		neighbours.say(TOPIC,
				Neighbours.envelope("safelight.itgiving", "number-added.v1", other, 1, new Added(other, 7)));
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(Receiving.counted(this.store, other).total()).isEqualTo(7));
	}

	/**
	 * F19 and F30: SNS refuses to deliver raw what has more than ten attributes, as it
	 * does where a policy forbids it, and puts it into the subscription's own dead-letter
	 * queue.
	 */
	@Test
	void parksWhatSnsCouldNotDeliverAndRestoresIt() {
		Map<String, MessageAttributeValue> attributes = IntStream.range(0, 10)
			.boxed()
			.collect(Collectors.toMap((number) -> "a" + number, (number) -> text("x")));
		attributes.put("detail-type", text("number-added.v1"));
		String arn = this.sns.createTopic((request) -> request.name(TOPIC)).topicArn();
		this.sns.publish(
				(request) -> request.topicArn(arn).message(EnvelopeJson.write(said())).messageAttributes(attributes));
		ParkedMessage undelivered = awaitParked(this::isMine);
		assertThat(undelivered.reason()).contains("SNS could not deliver");
		assertThat(undelivered.foundIn()).isEqualTo(QUEUE + "-undelivered-dlq");
		assertThat(EnvelopeJson.read(undelivered.body()).metadata().aggregateId()).isEqualTo(this.name);
		assertThat(redrive(undelivered)).isEqualTo(Outcome.SENT);
		awaitTotal(5);
	}

	private static MessageAttributeValue text(String value) {
		return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
	}

	/** F19: what no version of ours has sent, as large as a queue takes it. */
	@Test
	void parksOnceWhatIsTooLargeToBeOurs() {
		String body = this.name + "x".repeat(250 * 1024);
		for (int i = 0; i < 2; i++) {
			this.sqs.sendMessage((request) -> request.queueUrl(url(this.sqs, QUEUE)).messageBody(body)).join();
		}
		ParkedMessage message = awaitParked((parked) -> parked.body().startsWith(this.name) && parked.times() == 2);
		assertThat(message.reason()).contains("no JSON");
		assertThat(this.parked.body(message)).isEqualTo(body);
		assertThat(redrive(message)).isEqualTo(Outcome.REFUSED);
	}

}
