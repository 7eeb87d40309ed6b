package io.safelight.purchase.link;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a file is asked for, after RFC 9110, section 14: one range at most.
 */
sealed interface RangeHeader {

	/** No part, or in words that we do not know and so may ignore. */
	record Whole() implements RangeHeader {
	}

	/**
	 * One part.
	 *
	 * @param range the part, not empty
	 */
	record Part(ByteRange range) implements RangeHeader {
	}

	/** A part that the file does not have, or several. */
	record Unsatisfiable() implements RangeHeader {
	}

	/**
	 * The form {@code bytes=first-last}, {@code bytes=first-} or {@code bytes=-length}.
	 */
	Pattern FORM = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

	/**
	 * Reads the header.
	 * @param header its value, if there is one
	 * @param bytes the size of the file
	 */
	static RangeHeader of(@Nullable String header, long bytes) {
		if (header == null || !header.startsWith("bytes=")) {
			return new Whole();
		}
		if (header.contains(",")) {
			return new Unsatisfiable();
		}
		Matcher matcher = FORM.matcher(header);
		if (!matcher.matches()) {
			return new Whole();
		}
		Optional<Long> first = number(matcher.group(1));
		Optional<Long> last = number(matcher.group(2));
		if (first.isEmpty()) {
			return last.map((length) -> part(Math.max(0, bytes - length), bytes, bytes)).orElseGet(Whole::new);
		}
		if (last.isPresent() && last.get() < first.get()) {
			return new Whole();
		}
		return part(first.get(), last.map((inclusive) -> Math.min(inclusive + 1, bytes)).orElse(bytes), bytes);
	}

	private static RangeHeader part(long from, long to, long bytes) {
		return (from < bytes && from < to) ? new Part(new ByteRange(from, to)) : new Unsatisfiable();
	}

	private static Optional<Long> number(String digits) {
		return digits.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(digits));
	}

}
