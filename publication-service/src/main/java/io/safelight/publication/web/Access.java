package io.safelight.publication.web;

import java.util.UUID;

import io.safelight.service.Caller;
import io.safelight.service.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * Who may see what, and what others are told.
 */
final class Access {

	private Access() {
	}

	static boolean isStaff(Caller caller) {
		return caller.has("moderator") || caller.has("admin");
	}

	/** The same for what is not there and for what is somebody else's. */
	static ProblemException unknown(UUID photoId) {
		return new ProblemException(HttpStatus.NOT_FOUND, "unknown-publication", "Nothing is known of the photo "
				+ photoId + ". Check the id; a photo that was just uploaded appears within seconds.");
	}

	static ProblemException moved() {
		return new ProblemException(HttpStatus.CONFLICT, "changed-meanwhile",
				"The photo's state changed at the same moment: look again, then repeat if it is still needed.");
	}

}
