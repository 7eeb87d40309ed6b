package io.safelight.messaging.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import io.safelight.messaging.QueueName;
import io.safelight.messaging.sqs.QueueProperties;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesResponse;

import static org.assertj.core.api.Assertions.assertThat;

class QueueProvisionerTests {

	private static final QueueProperties PROPERTIES = new QueueProperties(20, 10, Duration.ofSeconds(10),
			Duration.ofSeconds(60), Duration.ofSeconds(2), Duration.ofSeconds(300), 5, Duration.ofSeconds(30),
			Duration.ofSeconds(60));

	private final Queues queues = new Queues();

	private Duration retention(String queue) {
		return Duration
			.ofSeconds(Long.parseLong(this.queues.attribute(queue, QueueAttributeName.MESSAGE_RETENTION_PERIOD)));
	}

	/**
	 * F32 of docs/reliability.md: the clock of a message is not set back when it is moved
	 * to a dead-letter queue, so it may have spent four days in its queue by then.
	 */
	@Test
	void keepsDeadLettersTenDaysLongerThanMessages() {
		new QueueProvisioner(this.queues).provision(new QueueName("safelight-a"), List.of(), PROPERTIES);
		assertThat(retention("safelight-a")).isEqualTo(Duration.ofDays(4));
		assertThat(retention("safelight-a-dlq")).isEqualTo(Duration.ofDays(14));
		assertThat(retention("safelight-a-undelivered-dlq")).isEqualTo(Duration.ofDays(14));
	}

	@Test
	void countsAMessageAsDeadOnlyAfterAFewRestarts() {
		new QueueProvisioner(this.queues).provision(new QueueName("safelight-a"), List.of(), PROPERTIES);
		assertThat(this.queues.attribute("safelight-a", QueueAttributeName.REDRIVE_POLICY)).contains("safelight-a-dlq",
				"\"maxReceiveCount\":\"5\"");
	}

	/** Queues that only remember their attributes. */
	private static final class Queues implements SqsAsyncClient {

		private final Map<String, Map<QueueAttributeName, String>> attributes = new HashMap<>();

		String attribute(String queue, QueueAttributeName name) {
			return Objects.requireNonNull(this.attributes.getOrDefault(queue, Map.of()).get(name),
					queue + " has no " + name);
		}

		@Override
		public CompletableFuture<CreateQueueResponse> createQueue(CreateQueueRequest request) {
			this.attributes.put(request.queueName(), new HashMap<>(request.attributes()));
			return CompletableFuture
				.completedFuture(CreateQueueResponse.builder().queueUrl(request.queueName()).build());
		}

		@Override
		public CompletableFuture<GetQueueAttributesResponse> getQueueAttributes(GetQueueAttributesRequest request) {
			return CompletableFuture.completedFuture(GetQueueAttributesResponse.builder()
				.attributes(Map.of(QueueAttributeName.QUEUE_ARN, "arn:" + request.queueUrl()))
				.build());
		}

		@Override
		public CompletableFuture<SetQueueAttributesResponse> setQueueAttributes(SetQueueAttributesRequest request) {
			this.attributes.computeIfAbsent(request.queueUrl(), (queue) -> new HashMap<>())
				.putAll(request.attributes());
			return CompletableFuture.completedFuture(SetQueueAttributesResponse.builder().build());
		}

		@Override
		public String serviceName() {
			return "sqs";
		}

		@Override
		public void close() {
			// Nothing is open.
		}

	}

}
