package io.safelight.search.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Fingerprints as they travel: little-endian 32-bit floats in base64.
 */
final class Fingerprints {

	/** Lucene's own limit. */
	private static final int MOST = 1024;

	private Fingerprints() {
	}

	/** The vector; empty if there is none, or none that could be compared. */
	static Optional<float[]> read(@Nullable String base64) {
		if (base64 == null || base64.isEmpty()) {
			return Optional.empty();
		}
		try {
			byte[] bytes = Base64.getDecoder().decode(base64);
			float[] vector = new float[bytes.length / Float.BYTES];
			ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
			return comparable(vector) ? Optional.of(vector) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static boolean comparable(float[] vector) {
		for (float value : vector) {
			if (!Float.isFinite(value)) {
				return false;
			}
		}
		return vector.length > 0 && vector.length <= MOST;
	}

}
