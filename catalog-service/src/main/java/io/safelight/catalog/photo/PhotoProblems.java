package io.safelight.catalog.photo;

import io.safelight.service.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * What can be wrong with a request about a photo.
 */
final class PhotoProblems {

	private PhotoProblems() {
	}

	static ProblemException unknown(String photoId) {
		return new ProblemException(HttpStatus.NOT_FOUND, "unknown-photo",
				"There is no such photo here. Check its id; a photo that was just uploaded appears once it is published.")
			.with("photoId", photoId);
	}

	static ProblemException gone(WithdrawnPhoto photo) {
		return new ProblemException(HttpStatus.GONE, "photo-withdrawn",
				"This photo is no longer on sale. Licences that were sold stay valid; their owners find it among their purchases.")
			.with("photoId", photo.photoId());
	}

	static ProblemException stale(long seen) {
		return new ProblemException(HttpStatus.PRECONDITION_FAILED, "photo-changed-meanwhile",
				"The photo has changed since version " + seen
						+ ": get it again, look at what changed, and send your edit with the new ETag.");
	}

	static ProblemException notSignedIn() {
		return new ProblemException(HttpStatus.UNAUTHORIZED, "not-signed-in",
				"'me' stands for the one who is signed in: send a bearer token, or name the contributor's id.");
	}

}
