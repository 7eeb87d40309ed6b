package io.safelight.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.safelight.service.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Versions as HTTP's entity tags (RFC 9110, §8.8.3 and §13.1.1): whoever changes
 * something says which version of it they have seen.
 */
public final class EntityTags {

	private static final Pattern TAG = Pattern.compile("\\s*\"([0-9]{1,18})\"\\s*");

	private EntityTags() {
	}

	public static String of(long version) {
		return "\"" + version + "\"";
	}

	/**
	 * The version in an {@code If-Match} header.
	 * @throws ProblemException if there is none (428, RFC 6585 §3) or it is no tag of
	 * ours (400)
	 */
	public static long seen(@Nullable String ifMatch) {
		if (ifMatch == null) {
			throw new ProblemException(HttpStatus.PRECONDITION_REQUIRED, "if-match-required",
					"Say which version you are changing: send the ETag that you got as If-Match, such as If-Match: \"3\".");
		}
		Matcher matcher = TAG.matcher(ifMatch);
		if (!matcher.matches()) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "if-match-unreadable",
					"If-Match must be one ETag that you got here, with its quotation marks, such as If-Match: \"3\".");
		}
		return Long.parseLong(matcher.group(1));
	}

}
