package io.safelight.catalog.page;

import java.net.URI;
import java.net.URISyntaxException;

import org.jspecify.annotations.Nullable;

/**
 * Which addresses a link of a page may have: those of this site, and those of the web.
 * Nothing else, as {@code javascript:} and {@code data:} are programs, and what browsers
 * repair (a backslash, two slashes, a name before an @) leads to where nobody looks.
 */
final class SafeLink {

	private static final int LONGEST = 500;

	private SafeLink() {
	}

	static boolean isSafe(String href) {
		URI address = parsed(href);
		if (address == null || href.length() > LONGEST) {
			return false;
		}
		if (address.getScheme() == null) {
			return address.getRawAuthority() == null && href.startsWith("/") && !href.startsWith("//");
		}
		return isWeb(address.getScheme()) && address.getHost() != null && address.getRawUserInfo() == null;
	}

	private static boolean isWeb(String scheme) {
		return scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http");
	}

	/** RFC 3986 knows no backslash, no blank and no control character. */
	private static @Nullable URI parsed(String href) {
		try {
			return new URI(href);
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

}
