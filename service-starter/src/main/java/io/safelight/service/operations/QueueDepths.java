package io.safelight.service.operations;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.safelight.service.operations.FlowView.QueueKind;
import io.safelight.service.operations.FlowView.QueueView;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Asks SQS how much lies in queues, all at once. A queue that SQS tells nothing of is
 * shown as such, and takes nothing from the others. Thread-safe.
 */
final class QueueDepths {

	private static final Logger log = LoggerFactory.getLogger(QueueDepths.class);

	private final SqsAsyncClient sqs;

	QueueDepths(SqsAsyncClient sqs) {
		this.sqs = sqs;
	}

	List<QueueView> of(List<Asked> queues) {
		List<CompletableFuture<QueueView>> asked = queues.stream().map(this::ask).toList();
		return asked.stream().map(CompletableFuture::join).toList();
	}

	private CompletableFuture<QueueView> ask(Asked queue) {
		return this.sqs.getQueueUrl((request) -> request.queueName(queue.name()))
			.thenCompose((found) -> this.sqs.getQueueAttributes((request) -> request.queueUrl(found.queueUrl())
				.attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
						QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
						QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)))
			.thenApply(GetQueueAttributesResponse::attributes)
			.exceptionally((failure) -> unknown(queue, failure))
			.thenApply((attributes) -> view(queue, attributes));
	}

	private static Map<QueueAttributeName, String> unknown(Asked queue, Throwable failure) {
		log.warn("Nothing is known of {}: {}", queue.name(), failure.toString());
		return Map.of();
	}

	private static QueueView view(Asked queue, Map<QueueAttributeName, String> attributes) {
		return new QueueView(queue.name(), queue.kind(),
				number(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)),
				number(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)),
				number(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)));
	}

	private static @Nullable Long number(@Nullable String text) {
		return (text != null) ? Long.valueOf(text) : null;
	}

	/**
	 * A queue that is asked about.
	 *
	 * @param name its name
	 * @param kind what it is there for
	 */
	record Asked(String name, QueueKind kind) {
	}

}
