package io.safelight.cloud.sns;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import io.safelight.cloud.DurableMap;

/**
 * Recognises messages that a FIFO topic got before, for five minutes, over restarts too.
 * Safe for many threads.
 */
final class Deduplication {

	private static final Duration WINDOW = Duration.ofMinutes(5);

	private static final int SWEEP_EVERY = 1000;

	private final DurableMap<Published> published;

	private final Clock clock;

	private final AtomicLong sequence;

	Deduplication(DurableMap<Published> published, Clock clock) {
		this.published = published;
		this.clock = clock;
		this.sequence = new AtomicLong(clock.millis() * 1000);
	}

	/**
	 * Gives a message its deduplication id and sequence number.
	 * @param message a message to a FIFO topic
	 * @return the message with both
	 */
	Message number(Message message) {
		long number = this.sequence.incrementAndGet();
		return message.deduplicated(message.deduplicationId().orElseGet(() -> sha256(message.body())),
				"1%019d".formatted(number));
	}

	/**
	 * Finds the message that this one repeats.
	 * @param topic where it was published
	 * @param message a numbered message
	 * @return what was published before
	 */
	Optional<Published> earlier(Topic topic, Message message) {
		return this.published.get(key(topic, message))
			.filter((earlier) -> this.clock.instant().isBefore(Instant.parse(earlier.time()).plus(WINDOW)));
	}

	/**
	 * Remembers a message that was delivered.
	 * @param topic where it was published
	 * @param message a numbered message
	 */
	void remember(Topic topic, Message message) {
		this.published.put(key(topic, message), new Published(key(topic, message), message.id(),
				message.sequenceNumber().orElse(""), message.time().toString()));
		if (this.sequence.get() % SWEEP_EVERY == 0) {
			sweep();
		}
	}

	private void sweep() {
		Instant oldest = this.clock.instant().minus(WINDOW);
		this.published.values()
			.stream()
			.filter((earlier) -> Instant.parse(earlier.time()).isBefore(oldest))
			.forEach((earlier) -> this.published.remove(earlier.key()));
	}

	private static String key(Topic topic, Message message) {
		return topic.arn() + "|" + message.deduplicationId().orElse("");
	}

	private static String sha256(String text) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A message that was published.
	 *
	 * @param key where it is stored
	 * @param messageId its id
	 * @param sequenceNumber its number
	 * @param time when, ISO-8601
	 */
	record Published(String key, String messageId, String sequenceNumber, String time) {
	}

}
