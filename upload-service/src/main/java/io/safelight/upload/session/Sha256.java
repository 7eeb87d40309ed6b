package io.safelight.upload.session;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The hash of a file.
 *
 * @param hex 64 digits in lower case
 */
public record Sha256(String hex) {

	private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

	public Sha256 {
		hex = hex.toLowerCase(Locale.ROOT);
		if (!HEX.matcher(hex).matches()) {
			throw new IllegalArgumentException("A SHA-256 is 64 hexadecimal digits");
		}
	}

	@Override
	public String toString() {
		return this.hex;
	}

}
