package io.safelight.messaging.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

import io.safelight.messaging.OutgoingMessage;

/**
 * Identities that the same decision makes again: name-based UUIDs (version 5, RFC 9562
 * §5.5), so that a handler that runs twice says the same messages twice and not two
 * messages.
 */
public final class MessageIds {

	/** The namespace: the name-based UUID of "safelight" in the URL namespace. */
	private static final UUID NAMESPACE = UUID.fromString("5a1ad3a5-8d19-5c39-9f55-1f3c6d6a4c01");

	private static final int VERSION = 6;

	private static final int VARIANT = 8;

	private MessageIds() {
	}

	static String of(String causationId, OutgoingMessage message) {
		if (Destination.parse(message.topic()).keepsSequence()) {
			return inSequence(message.topic(), message.aggregateId(), message.aggregateVersion());
		}
		return of(String.join("|", causationId, message.topic(), message.type().name(), message.aggregateId(),
				Long.toString(message.aggregateVersion())));
	}

	/**
	 * The identity of a version of a thing in a sequence. It does not depend on the
	 * cause: so each message can name the one before it.
	 */
	static String inSequence(String topic, String aggregateId, long version) {
		return of(String.join("|", "sequence", topic, aggregateId, Long.toString(version)));
	}

	/** The identity that belongs to a name. */
	public static String of(String name) {
		ByteBuffer namespace = ByteBuffer.allocate(Long.BYTES * 2)
			.putLong(NAMESPACE.getMostSignificantBits())
			.putLong(NAMESPACE.getLeastSignificantBits());
		MessageDigest sha1 = sha1();
		sha1.update(namespace.array());
		byte[] hash = sha1.digest(name.getBytes(StandardCharsets.UTF_8));
		hash[VERSION] = (byte) ((hash[VERSION] & 0x0f) | 0x50);
		hash[VARIANT] = (byte) ((hash[VARIANT] & 0x3f) | 0x80);
		ByteBuffer bytes = ByteBuffer.wrap(hash);
		return new UUID(bytes.getLong(), bytes.getLong()).toString();
	}

	/** RFC 9562 wants SHA-1 here; nothing secret depends on it. */
	private static MessageDigest sha1() {
		try {
			return MessageDigest.getInstance("SHA-1");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-1", ex);
		}
	}

}
