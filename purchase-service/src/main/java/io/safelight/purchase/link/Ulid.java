package io.safelight.purchase.link;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * ULIDs: 48 bits of time in milliseconds, 80 bits that the caller chooses, in Crockford's
 * base 32. They sort by time as text.
 */
final class Ulid {

	/** How many bytes the caller chooses. */
	static final int CHOSEN = 10;

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final Pattern FORM = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

	private static final int TIME_DIGITS = 10;

	private static final int DIGITS = 26;

	private Ulid() {
	}

	static String of(Instant time, byte[] chosen) {
		if (chosen.length < CHOSEN) {
			throw new IllegalArgumentException("A ULID needs " + CHOSEN + " bytes, not " + chosen.length);
		}
		char[] text = new char[DIGITS];
		digits(time.toEpochMilli(), text, 0, TIME_DIGITS);
		digits(bits(chosen, 0), text, TIME_DIGITS, 8);
		digits(bits(chosen, 5), text, TIME_DIGITS + 8, 8);
		return new String(text);
	}

	static boolean isUlid(String text) {
		return FORM.matcher(text).matches();
	}

	/** Five bytes are eight digits. */
	private static long bits(byte[] bytes, int from) {
		long value = 0;
		for (int i = from; i < from + 5; i++) {
			value = (value << 8) | (bytes[i] & 0xFF);
		}
		return value;
	}

	private static void digits(long value, char[] text, int from, int count) {
		long rest = value;
		for (int i = from + count - 1; i >= from; i--) {
			text[i] = ALPHABET.charAt((int) (rest & 31));
			rest >>>= 5;
		}
	}

}
