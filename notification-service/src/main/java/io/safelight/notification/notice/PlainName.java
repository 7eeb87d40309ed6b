package io.safelight.notification.notice;

import java.util.regex.Pattern;

/**
 * Titles and file names, which people choose and which may be hostile, as part of a
 * sentence: one line, nothing invisible, not long. Escaping for HTML is the business of
 * whoever writes HTML.
 */
final class PlainName {

	private static final int LONGEST = 80;

	/**
	 * Control characters, and format characters such as those that turn the reading
	 * direction around.
	 */
	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\\s]+");

	private PlainName() {
	}

	/**
	 * A name in quotes.
	 * @param name what somebody called it
	 * @param otherwise what to say where nothing readable is left, without quotes
	 */
	static String quoted(String name, String otherwise) {
		String plain = shortened(name, LONGEST);
		return plain.isEmpty() ? otherwise : "“" + plain + "”";
	}

	/**
	 * Text on one line.
	 * @param text what somebody wrote
	 * @param longest the most code points that are kept
	 */
	static String shortened(String text, int longest) {
		String plain = INVISIBLE.matcher(text).replaceAll(" ").strip();
		if (plain.codePointCount(0, plain.length()) <= longest) {
			return plain;
		}
		return plain.substring(0, plain.offsetByCodePoints(0, longest - 1)).strip() + "…";
	}

}
