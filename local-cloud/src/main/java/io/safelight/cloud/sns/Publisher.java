package io.safelight.cloud.sns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.safelight.cloud.AwsError;

/**
 * Publish and PublishBatch. Safe for many threads.
 */
final class Publisher {

	private static final int MOST_ENTRIES = 10;

	private static final Pattern ENTRY_ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

	private final MessageReader reader;

	private final Deduplication deduplication;

	private final Delivery delivery;

	Publisher(MessageReader reader, Deduplication deduplication, Delivery delivery) {
		this.reader = reader;
		this.deduplication = deduplication;
		this.delivery = delivery;
	}

	/**
	 * Publishes one message.
	 * @param topic where
	 * @param form the parameters of the message
	 * @return what was published, maybe earlier
	 */
	Receipt publish(Topic topic, Form form) {
		Message message = this.reader.read(form, topic);
		return publish(topic, List.of(message)).getFirst();
	}

	/**
	 * Publishes a batch: good messages are delivered also when others are refused.
	 * @param topic where
	 * @param entries the parameters of each message
	 * @return an outcome for each entry, in their order
	 */
	List<Outcome> publishBatch(Topic topic, List<Form> entries) {
		checkBatch(entries);
		List<Outcome> outcomes = new ArrayList<>();
		List<Message> good = new ArrayList<>();
		for (Form entry : entries) {
			try {
				good.add(this.reader.read(entry, topic));
			}
			catch (AwsError error) {
				outcomes.add(new Outcome(entry.text("Id"), Optional.empty(), Optional.of(error)));
			}
		}
		checkSize(good);
		List<Receipt> receipts = publish(topic, good);
		List<String> ids = entries.stream()
			.map((entry) -> entry.text("Id"))
			.filter((id) -> outcomes.stream().noneMatch((outcome) -> outcome.id().equals(id)))
			.toList();
		for (int i = 0; i < ids.size(); i++) {
			outcomes.add(new Outcome(ids.get(i), Optional.of(receipts.get(i)), Optional.empty()));
		}
		return outcomes;
	}

	private List<Receipt> publish(Topic topic, List<Message> messages) {
		if (topic.fifo()) {
			return publishInOrder(topic, messages);
		}
		this.delivery.deliver(topic, messages);
		return messages.stream().map((message) -> new Receipt(message.id(), Optional.empty())).toList();
	}

	// One publisher at a time, or the order of a group could differ between its queues.
	private synchronized List<Receipt> publishInOrder(Topic topic, List<Message> messages) {
		List<Receipt> receipts = new ArrayList<>();
		for (Message message : messages) {
			Message numbered = this.deduplication.number(message);
			Optional<Deduplication.Published> earlier = this.deduplication.earlier(topic, numbered);
			if (earlier.isEmpty()) {
				this.delivery.deliver(topic, List.of(numbered));
				this.deduplication.remember(topic, numbered);
			}
			receipts.add(earlier.map((first) -> new Receipt(first.messageId(), Optional.of(first.sequenceNumber())))
				.orElse(new Receipt(numbered.id(), numbered.sequenceNumber())));
		}
		return receipts;
	}

	private static void checkBatch(List<Form> entries) {
		if (entries.isEmpty()) {
			throw SnsError.batch("EmptyBatchRequest", "The batch request doesn't contain any entries.");
		}
		if (entries.size() > MOST_ENTRIES) {
			throw SnsError.batch("TooManyEntriesInBatchRequest",
					"The batch request contains more entries than permissible.");
		}
		Set<String> ids = new HashSet<>();
		for (Form entry : entries) {
			if (!ENTRY_ID.matcher(entry.text("Id")).matches()) {
				throw SnsError.batch("InvalidBatchEntryId",
						"The Id of a batch entry in a batch request doesn't abide by the specification.");
			}
			if (!ids.add(entry.text("Id"))) {
				throw SnsError.batch("BatchEntryIdsNotDistinct",
						"Two or more batch entries in the request have the same Id.");
			}
		}
	}

	private static void checkSize(List<Message> messages) {
		if (messages.stream().mapToLong(Message::size).sum() > MessageReader.LARGEST) {
			throw SnsError.batch("BatchRequestTooLong",
					"The length of all the batch messages put together is more than the limit.");
		}
	}

	/**
	 * What a publisher gets for a message.
	 *
	 * @param messageId its id
	 * @param sequenceNumber its number, of FIFO messages
	 */
	record Receipt(String messageId, Optional<String> sequenceNumber) {
	}

	/**
	 * What became of an entry of a batch: exactly one of both.
	 *
	 * @param id the entry's id
	 * @param receipt when it was published
	 * @param error when it was refused
	 */
	record Outcome(String id, Optional<Receipt> receipt, Optional<AwsError> error) {
	}

}
