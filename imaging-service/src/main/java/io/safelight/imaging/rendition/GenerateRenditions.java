package io.safelight.imaging.rendition;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Somebody wants copies made; the message's type says which kind.
 *
 * @param photoId the photograph
 * @param epoch the try of the sender's step, repeated in the answer
 * @param source where the original is
 */
public record GenerateRenditions(String photoId, int epoch, Source source) {

	public GenerateRenditions {
		PhotoIds.check(photoId);
		Objects.requireNonNull(source, "source");
	}

	/**
	 * An original in a bucket.
	 *
	 * @param bucket the bucket
	 * @param key the object
	 * @param sha256 what its bytes must hash to, lower-case hexadecimal
	 */
	public record Source(String bucket, String key, String sha256) {

		private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

		public Source {
			Objects.requireNonNull(bucket, "bucket");
			Objects.requireNonNull(key, "key");
			if (!SHA256.matcher(Objects.requireNonNull(sha256, "sha256")).matches()) {
				throw new IllegalArgumentException("'sha256' is no SHA-256 in lower-case hexadecimal");
			}
		}

	}

}
