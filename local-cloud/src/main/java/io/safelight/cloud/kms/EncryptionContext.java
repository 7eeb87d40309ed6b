package io.safelight.cloud.kms;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bytes of an encryption context that are authenticated.
 */
final class EncryptionContext {

	private EncryptionContext() {
	}

	/**
	 * One sequence of bytes for one set of pairs, whatever their order. Each text is
	 * preceded by its length, so that no two contexts share their bytes.
	 */
	static byte[] canonical(Map<String, String> context) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new TreeMap<>(context).forEach((name, value) -> {
			write(bytes, name);
			write(bytes, value);
		});
		return bytes.toByteArray();
	}

	private static void write(ByteArrayOutputStream bytes, String text) {
		byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
		bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(encoded.length).array());
		bytes.writeBytes(encoded);
	}

}
