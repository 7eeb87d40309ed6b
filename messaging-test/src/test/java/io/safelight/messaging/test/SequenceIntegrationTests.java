package io.safelight.messaging.test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.outbox.Outbox;
import io.safelight.messaging.reconcile.ListSent;
import io.safelight.messaging.topology.Topology;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A topic and a queue in sequence, from a commit to a handler.
 */
@LocalCloudTest
@SpringBootTest(properties = { "safelight.provision=true", "safelight.messaging.queue.first-backoff=1s",
		"safelight.messaging.queue.max-backoff=2s", "safelight.messaging.queue.max-receives=1000",
		"safelight.messaging.reconciler.interval=1h", "safelight.messaging.reconciler.grace=0s" })
class SequenceIntegrationTests {

	private static final String EVENTS = "safelight-itsequence-events.fifo";

	private static final int PHOTOS = 20;

	private static final int CHANGES = 10;

	record Changed(String photo, long version) {
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Following {

		static final Map<String, List<Long>> HANDLED = new ConcurrentHashMap<>();

		static final Set<Changed> REFUSED = ConcurrentHashMap.newKeySet();

		@Bean
		Topology topology() {
			return Topology.of("itsequence").topic(EVENTS);
		}

		@Bean
		MessageRoutes routes() {
			return MessageRoutes.consumedBy("itsequence")
				.from(EVENTS)
				.on("picture-changed.v1", Changed.class, Following::handle)
				.build();
		}

		private static Changes handle(Changed changed, MessageContext context) {
			if (REFUSED.contains(changed)) {
				throw new IllegalStateException("not now");
			}
			HANDLED.computeIfAbsent(changed.photo(), (photo) -> new CopyOnWriteArrayList<>()).add(changed.version());
			return Changes.none();
		}

	}

	@Autowired
	private Committer committer;

	@Autowired
	private Outbox outbox;

	@Autowired
	private ListSent reconciler;

	@Autowired
	private SnsClient sns;

	@Autowired
	private SqsAsyncClient sqs;

	private static List<Long> versions(int to) {
		return LongStream.rangeClosed(1, to).boxed().toList();
	}

	private static List<Long> handled(String photo) {
		return Following.HANDLED.getOrDefault(photo, List.of());
	}

	private void change(String photo) {
		versions(CHANGES).forEach((version) -> change(photo, version));
	}

	private void change(String photo, long version) {
		this.committer.commit(Changes.none()
			.publish(OutgoingMessage.to(EVENTS, "picture-changed.v1", photo, version, new Changed(photo, version))));
	}

	/** Everybody changes a photo, all at the same time. */
	private void changeAll(List<String> photos) {
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			photos.forEach((photo) -> people.submit(() -> change(photo)));
		}
	}

	private static List<String> photos() {
		return IntStream.range(0, PHOTOS).mapToObj((i) -> UUID.randomUUID().toString()).toList();
	}

	@Test
	void handlesTheChangesOfEachPhotoInTheirOrder() {
		List<String> photos = photos();
		changeAll(photos);
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(photos)
				.allSatisfy((photo) -> assertThat(handled(photo)).containsExactlyElementsOf(versions(CHANGES))));
	}

	@Test
	void holdsUpOnlyThePhotoWhoseChangeFails() {
		List<String> photos = photos();
		Changed bad = new Changed(photos.get(7), 4);
		Following.REFUSED.add(bad);
		changeAll(photos);
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(photos).filteredOn((photo) -> !photo.equals(bad.photo()))
				.allSatisfy((photo) -> assertThat(handled(photo)).containsExactlyElementsOf(versions(CHANGES))));
		assertThat(handled(bad.photo())).containsExactly(1L, 2L, 3L);
		Following.REFUSED.remove(bad);
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(handled(bad.photo())).containsExactlyElementsOf(versions(CHANGES)));
	}

	/**
	 * Row F18, in sequence: what is repeated comes late, and is for versions to judge.
	 */
	@Test
	void bringsWhatItsSubscriptionDropped() {
		String photo = UUID.randomUUID().toString();
		change(photo, 1);
		await().atMost(Duration.ofSeconds(30)).until(() -> handled(photo).size() == 1);
		try (DroppedSubscription dropped = DroppedSubscription.of(this.sns, EVENTS, "safelight-itsequence.fifo")) {
			change(photo, 2);
			change(photo, 3);
			await().atMost(Duration.ofSeconds(10)).until(() -> this.outbox.backlog().pending() == 0);
		}
		change(photo, 4);
		await().atMost(Duration.ofSeconds(30)).until(() -> handled(photo).contains(4L));
		this.reconciler.list();
		await().atMost(Duration.ofSeconds(30)).until(() -> handled(photo).containsAll(versions(4)));
		assertThat(handled(photo)).startsWith(1L, 4L).containsExactlyInAnyOrderElementsOf(versions(4));
	}

	@Test
	void buriesInSequenceToo() {
		String url = this.sqs.getQueueUrl((request) -> request.queueName("safelight-itsequence.fifo"))
			.join()
			.queueUrl();
		assertThat(this.sqs
			.getQueueAttributes((request) -> request.queueUrl(url).attributeNames(QueueAttributeName.REDRIVE_POLICY))
			.join()
			.attributes()
			.get(QueueAttributeName.REDRIVE_POLICY)).contains("safelight-itsequence-dlq.fifo");
		String topic = this.sns.createTopic((request) -> request.name(EVENTS).attributes(Map.of("FifoTopic", "true")))
			.topicArn();
		String subscription = this.sns.listSubscriptionsByTopic((request) -> request.topicArn(topic))
			.subscriptions()
			.getFirst()
			.subscriptionArn();
		assertThat(this.sns.getSubscriptionAttributes((request) -> request.subscriptionArn(subscription)).attributes())
			.hasEntrySatisfying("RedrivePolicy",
					(policy) -> assertThat(policy).contains("safelight-itsequence-undelivered-dlq.fifo"));
	}

}
