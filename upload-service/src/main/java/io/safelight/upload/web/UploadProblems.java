package io.safelight.upload.web;

import java.util.List;

import io.safelight.service.ProblemException;
import io.safelight.upload.session.Reason;
import io.safelight.upload.session.Upload;
import io.safelight.upload.session.UploadId;

import org.springframework.http.HttpStatus;

/**
 * Everything that this service answers with a problem, on one screen.
 */
final class UploadProblems {

	private UploadProblems() {
	}

	static ProblemException unknown() {
		return new ProblemException(HttpStatus.NOT_FOUND, "unknown-upload",
				"You have no such upload: look at GET /v1/uploads for those that you have.");
	}

	static ProblemException notAccepted(Reason reason) {
		HttpStatus status = switch (reason.code()) {
			case "type-not-accepted" -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
			case "file-too-large" -> HttpStatus.CONTENT_TOO_LARGE;
			default -> HttpStatus.UNPROCESSABLE_CONTENT;
		};
		return of(status, List.of(reason));
	}

	static ProblemException duplicate(UploadId photo) {
		return new ProblemException(HttpStatus.CONFLICT, Reason.DUPLICATE,
				"You have already uploaded this very file, as photo " + photo + ": there is nothing to do.")
			.with("photoId", photo.toString());
	}

	static ProblemException tooManyOpen(int open) {
		return new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "too-many-open-uploads",
				"You have " + open + " open uploads: complete some of them or take them back (DELETE) first.")
			.with("open", open);
	}

	static ProblemException otherWish(UploadId upload) {
		return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused",
				"That Idempotency-Key was used for another file (upload " + upload + "): use a new one for each file.")
			.with("uploadId", upload.toString());
	}

	static ProblemException partsMissing(List<Integer> numbers) {
		return new ProblemException(HttpStatus.CONFLICT, "parts-missing",
				"Not all bytes have come: put the parts named in 'missing' and complete again.")
			.with("missing", numbers);
	}

	static ProblemException noSuchParts(List<Integer> numbers, int count) {
		return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "no-such-parts",
				"This upload has the parts 1 to " + count + ": ask for some of those.")
			.with("unknown", numbers);
	}

	static ProblemException refused(Upload upload) {
		UploadId twin = upload.progress().twin();
		return (twin != null) ? duplicate(twin) : of(HttpStatus.UNPROCESSABLE_CONTENT, upload.progress().reasons());
	}

	/** No more bytes can come, or it cannot be taken back any more. */
	static ProblemException notOpen(Upload upload) {
		return new ProblemException(HttpStatus.CONFLICT, "upload-not-open",
				"This upload is " + upload.state() + ": begin a new one where you need it.")
			.with("state", upload.state());
	}

	private static ProblemException of(HttpStatus status, List<Reason> reasons) {
		Reason first = reasons.getFirst();
		return new ProblemException(status, first.code(), first.message() + " " + first.repair()).with("reasons",
				reasons);
	}

}
