package io.safelight.upload.session;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * The identity of an upload, and of the photo that it becomes.
 *
 * @param value the identity
 */
public record UploadId(UUID value) {

	static UploadId random() {
		return new UploadId(UUID.randomUUID());
	}

	/**
	 * The identity that a contributor's idempotency key always leads to, so that asking
	 * twice cannot make two sessions.
	 */
	static UploadId named(ContributorId contributor, String idempotencyKey) {
		String name = "upload|" + contributor.value() + "|" + idempotencyKey;
		return new UploadId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
	}

	/** Reads an identity that somebody gave us; empty if it cannot be one. */
	public static Optional<UploadId> parse(String text) {
		try {
			return Optional.of(new UploadId(UUID.fromString(text)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
