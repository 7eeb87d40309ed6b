package io.safelight.simulation.port;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.safelight.simulation.Process;
import io.safelight.simulation.World;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * SQS for those who only ask how much is in a queue.
 */
final class QueueCounts implements SqsAsyncClient {

	private final World world;

	private final Process process;

	QueueCounts(World world, Process process) {
		this.world = world;
		this.process = process;
	}

	@Override
	public CompletableFuture<GetQueueUrlResponse> getQueueUrl(GetQueueUrlRequest request) {
		return CompletableFuture.completedFuture(GetQueueUrlResponse.builder().queueUrl(request.queueName()).build());
	}

	@Override
	public CompletableFuture<GetQueueAttributesResponse> getQueueAttributes(GetQueueAttributesRequest request) {
		int waiting = this.world.call(this.process, "queue.count",
				() -> this.world.queues().waitingFor(request.queueUrl()));
		return CompletableFuture.completedFuture(GetQueueAttributesResponse.builder()
			.attributes(Map.of(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, Integer.toString(waiting)))
			.build());
	}

	@Override
	public String serviceName() {
		return "sqs";
	}

	@Override
	public void close() {
	}

}
