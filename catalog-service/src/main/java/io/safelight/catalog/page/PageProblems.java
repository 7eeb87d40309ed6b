package io.safelight.catalog.page;

import java.util.List;
import java.util.regex.Pattern;

import io.safelight.service.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * What can be wrong with a request about a page.
 */
final class PageProblems {

	private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+){0,9}");

	private PageProblems() {
	}

	/** A page's name, if it may be one. */
	static String name(String page) {
		if (page.length() > 60 || !NAME.matcher(page).matches()) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "page-name-impossible",
					"A page's name is part of its address: small letters and digits, with single hyphens between words, at most 60.");
		}
		return page;
	}

	static ProblemException notPublished(String page) {
		return new ProblemException(HttpStatus.NOT_FOUND, "page-not-published",
				"There is no such page: check its address.")
			.with("page", page);
	}

	static ProblemException unknownVersion() {
		return new ProblemException(HttpStatus.NOT_FOUND, "unknown-version",
				"There is no such version of this page: choose one of its versions.");
	}

	static ProblemException stale(SitePage page) {
		return new ProblemException(HttpStatus.PRECONDITION_FAILED, "page-changed-meanwhile",
				"Somebody else has changed this page meanwhile. Get it again, look at what changed, and send yours with the new ETag.")
			.with("version", page.version())
			.with("changedBy", page.changedBy())
			.with("changedAt", page.changedAt());
	}

	static ProblemException unreadable(String what) {
		return new ProblemException(HttpStatus.BAD_REQUEST, "unreadable-page", "This is no page: " + what);
	}

	static ProblemException tooLarge(int most) {
		return new ProblemException(HttpStatus.CONTENT_TOO_LARGE, "page-too-large",
				"A page has at most " + most + " bytes of JSON: leave some of it out, or make two pages of it.");
	}

	static ProblemException faulty(List<PageRules.Fault> faults) {
		return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-request",
				"Some fields are not as they must be: mend those named in 'errors'.")
			.with("errors", faults);
	}

}
