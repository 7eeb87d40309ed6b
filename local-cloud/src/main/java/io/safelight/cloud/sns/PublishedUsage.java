package io.safelight.cloud.sns;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.safelight.cloud.Call;
import io.safelight.cloud.Usage;

/**
 * What publishing costs. Standard topics: each 64 KiB of a call is a request, a batch is
 * one call, and deliveries to queues are free. FIFO topics: each message is one, and so
 * is each delivery, here to the one queue that listens to such a topic; both pay for
 * their bytes.
 */
final class PublishedUsage {

	private PublishedUsage() {
	}

	static Call call(Form form) {
		String action = form.text("Action");
		String arn = form.text("TopicArn");
		String topic = arn.substring(arn.lastIndexOf(':') + 1);
		return new Call(action, topic, action.startsWith("Publish") ? published(topic, messages(form)) : Usage.none());
	}

	private static List<String> messages(Form form) {
		List<String> entries = form.elements("PublishBatchRequestEntries.member.")
			.stream()
			.map((entry) -> entry.text("Message"))
			.toList();
		return Stream.concat(form.optional("Message").stream(), entries.stream()).toList();
	}

	private static Usage published(String topic, List<String> messages) {
		long bytes = messages.stream().mapToLong((message) -> message.getBytes(StandardCharsets.UTF_8).length).sum();
		if (!topic.endsWith(".fifo")) {
			return Usage.of("sns.standard", Usage.chunks(bytes)).plus(Usage.of("count.messages", messages.size()));
		}
		return Usage.of("sns.fifo", messages.size())
			.plus(Usage.of("count.messages", messages.size()))
			.plus(Usage.of("sns.fifo.bytes", bytes))
			.plus(Usage.of("sns.fifo.delivery", messages.size()))
			.plus(Usage.of("sns.fifo.delivery.bytes", bytes));
	}

}
