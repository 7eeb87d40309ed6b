package io.safelight.catalog.photo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.safelight.service.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Versions of photos as HTTP's entity tags (RFC 9110, §8.8.3 and §13.1.1).
 */
final class PhotoVersions {

	private static final Pattern TAG = Pattern.compile("\\s*\"([0-9]{1,18})\"\\s*");

	private PhotoVersions() {
	}

	static String tag(long version) {
		return "\"" + version + "\"";
	}

	/**
	 * The version in an {@code If-Match} header.
	 * @throws ProblemException if there is none (428, RFC 6585 §3) or it is no tag of
	 * ours (400)
	 */
	static long required(@Nullable String ifMatch) {
		if (ifMatch == null) {
			throw new ProblemException(HttpStatus.PRECONDITION_REQUIRED, "if-match-required",
					"Say which version you are editing: send the ETag of the photo as If-Match, such as If-Match: \"3\".");
		}
		Matcher matcher = TAG.matcher(ifMatch);
		if (!matcher.matches()) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "if-match-unreadable",
					"If-Match must be one ETag of this photo, with its quotation marks, such as If-Match: \"3\".");
		}
		return Long.parseLong(matcher.group(1));
	}

}
