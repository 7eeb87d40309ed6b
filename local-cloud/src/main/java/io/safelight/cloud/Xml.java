package io.safelight.cloud;

/**
 * Text inside XML documents.
 */
public final class Xml {

	private Xml() {
	}

	/**
	 * Escapes text for an element or an attribute. Characters that XML cannot hold are
	 * replaced by the Unicode replacement character.
	 * @param text any text
	 * @return the escaped text
	 */
	public static String escape(String text) {
		StringBuilder escaped = new StringBuilder(text.length() + 16);
		text.codePoints().forEach((c) -> {
			switch (c) {
				case '<' -> escaped.append("&lt;");
				case '>' -> escaped.append("&gt;");
				case '&' -> escaped.append("&amp;");
				case '"' -> escaped.append("&quot;");
				case '\r' -> escaped.append("&#13;");
				default -> escaped.appendCodePoint(allowed(c) ? c : 0xfffd);
			}
		});
		return escaped.toString();
	}

	private static boolean allowed(int c) {
		return c >= 0x20 && c != 0xfffe && c != 0xffff && !(c >= 0xd800 && c <= 0xdfff) || c == '\t' || c == '\n';
	}

}
