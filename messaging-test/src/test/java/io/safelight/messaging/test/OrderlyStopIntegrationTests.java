package io.safelight.messaging.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.sqs.SqsReceiver;
import io.safelight.messaging.topology.Topology;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a stop does to messages that are being handled: F13 of docs/reliability.md.
 */
@LocalCloudTest
@SpringBootTest(properties = { "safelight.messaging.queue.visibility=5s", "safelight.messaging.queue.receive-wait=1s" })
class OrderlyStopIntegrationTests {

	private static final String QUEUE = "safelight-itstopping";

	private static final String TOPIC = "safelight-itgiving-events";

	private static final int IN_FLIGHT = 20;

	private static final int MESSAGES = 50;

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	record Given(String name) {
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Stopping {

		static final Map<String, Integer> BEGUN = new ConcurrentHashMap<>();

		static final Set<String> DONE = ConcurrentHashMap.newKeySet();

		static final CountDownLatch GO_ON = new CountDownLatch(1);

		@Bean
		Topology topology() {
			return Topology.of("itstopping");
		}

		@Bean
		MessageRoutes routes() {
			return MessageRoutes.consumedBy("itstopping")
				.from(TOPIC)
				.on("work-given.v1", Given.class, (given, context) -> {
					BEGUN.merge(given.name(), 1, Integer::sum);
					GO_ON.await();
					DONE.add(given.name());
					return Changes.none();
				})
				.build();
		}

	}

	@Autowired
	private SqsReceiver receiver;

	@Autowired
	private SnsClient sns;

	@Autowired
	private SqsAsyncClient sqs;

	@Test
	void finishesWhatItHasInHandAndLeavesTheRestToOthers() throws Exception {
		Neighbours neighbours = Neighbours.hearing(this.sns, this.sqs);
		IntStream.range(0, MESSAGES).mapToObj((number) -> "work " + number).forEach((name) -> {
			neighbours.say(TOPIC, Neighbours.envelope("safelight.itgiving", "work-given.v1", name, 1, new Given(name)));
		});
		await().atMost(PATIENCE).until(() -> Stopping.BEGUN.size() >= IN_FLIGHT);
		long begin = System.nanoTime();
		Thread stop = Thread.ofVirtual().start(this.receiver::stop);
		Stopping.GO_ON.countDown();
		stop.join();
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(75));
		assertThat(Stopping.DONE).as("finished what it had begun").isEqualTo(Stopping.BEGUN.keySet());
		List<Message> left = left(MESSAGES - Stopping.DONE.size());
		assertThat(left).allSatisfy(
				(message) -> assertThat(receives(message)).as("this one and one before").isLessThanOrEqualTo(2));
		this.receiver.start();
		await().atMost(PATIENCE).until(() -> Stopping.DONE.size() == MESSAGES);
		assertThat(Stopping.BEGUN.values()).as("handled once each").containsOnly(1);
		await().atMost(PATIENCE).until(() -> waiting() == 0);
	}

	/** What is in the queue still, given back at once. */
	private List<Message> left(int expected) {
		List<Message> left = new ArrayList<>();
		await().atMost(PATIENCE).until(() -> {
			left.addAll(this.sqs
				.receiveMessage((request) -> request.queueUrl(url())
					.maxNumberOfMessages(10)
					.waitTimeSeconds(1)
					.messageSystemAttributeNames(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
				.join()
				.messages());
			return left.size() >= expected;
		});
		left.forEach((message) -> this.sqs
			.changeMessageVisibility(
					(request) -> request.queueUrl(url()).receiptHandle(message.receiptHandle()).visibilityTimeout(0))
			.join());
		assertThat(left).as("neither lost nor done").hasSize(expected);
		return left;
	}

	private static int receives(Message message) {
		return Integer.parseInt(message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
	}

	private int waiting() {
		return this.sqs
			.getQueueAttributes((request) -> request.queueUrl(url())
				.attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
						QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
			.join()
			.attributes()
			.values()
			.stream()
			.mapToInt(Integer::parseInt)
			.sum();
	}

	private String url() {
		return this.sqs.getQueueUrl((request) -> request.queueName(QUEUE)).join().queueUrl();
	}

}
