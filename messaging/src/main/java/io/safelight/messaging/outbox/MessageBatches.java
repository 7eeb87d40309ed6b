package io.safelight.messaging.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages in portions that one call of SNS or SQS takes.
 */
public final class MessageBatches {

	/** The limit of entries in a batch, of SNS and of SQS. */
	private static final int ENTRIES = 10;

	/**
	 * The limit of bytes in a batch and of a message, less room for attributes and the
	 * like.
	 */
	public static final int MAX_BYTES = 240 * 1024;

	private MessageBatches() {
	}

	public static List<List<OutboxMessage>> of(List<OutboxMessage> messages) {
		return of(messages, ENTRIES, MAX_BYTES);
	}

	static List<List<OutboxMessage>> of(List<OutboxMessage> messages, int maxEntries, int maxBytes) {
		List<List<OutboxMessage>> batches = new ArrayList<>();
		List<OutboxMessage> batch = new ArrayList<>();
		int bytes = 0;
		for (OutboxMessage message : messages) {
			int size = message.body().getBytes(StandardCharsets.UTF_8).length;
			if (!batch.isEmpty() && (batch.size() == maxEntries || bytes + size > maxBytes)) {
				batches.add(batch);
				batch = new ArrayList<>();
				bytes = 0;
			}
			batch.add(message);
			bytes += size;
		}
		if (!batch.isEmpty()) {
			batches.add(batch);
		}
		return batches;
	}

}
