package io.safelight.upload.session;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.UnprocessableMessageException;
import io.safelight.upload.message.PhotoPublished;
import io.safelight.upload.message.PhotoRejected;
import io.safelight.upload.message.PublicationFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes how a publication ended. Nobody needs the quarantined object any more then; it is
 * deleted before the end is committed, as a repeat deletes the same object again.
 * Thread-safe.
 */
public final class FollowPublication {

	private static final Logger log = LoggerFactory.getLogger(FollowPublication.class);

	private final Uploads uploads;

	private final Fingerprints fingerprints;

	private final Incoming incoming;

	private final Clock clock;

	public FollowPublication(Uploads uploads, Fingerprints fingerprints, Incoming incoming, Clock clock) {
		this.uploads = uploads;
		this.fingerprints = fingerprints;
		this.incoming = incoming;
		this.clock = clock;
	}

	/** The photo is on sale: its bytes stay taken. */
	public Changes on(PhotoPublished message, MessageContext context) {
		Upload upload = find(message.contributorId(), message.photoId());
		return end(upload, context, Upload::published);
	}

	/** The photo was refused: a mended or the same file may come again. */
	public Changes on(PhotoRejected message, MessageContext context) {
		Upload upload = find(message.contributorId(), message.photoId());
		List<Reason> reasons = message.reasons()
			.stream()
			.map((reason) -> new Reason(reason.code(), reason.message(), reason.repair()))
			.toList();
		return releasing(upload, end(upload, context, (one, now) -> one.rejected(reasons, now)));
	}

	/** The publication gave up: the same file may come again. */
	public Changes on(PublicationFailed message, MessageContext context) {
		Upload upload = find(message.contributorId(), message.photoId());
		Reason reason = new Reason("publication-failed", message.reason(), "Upload the photo again.");
		return releasing(upload, end(upload, context, (one, now) -> one.failed(reason, now)));
	}

	private Upload find(String contributorId, String photoId) {
		return UploadId.parse(photoId)
			.flatMap((id) -> this.uploads.find(new ContributorId(contributorId), id))
			.orElseThrow(() -> new UnprocessableMessageException(
					contributorId + " has no upload " + photoId + ": was it made by another installation?"));
	}

	/** The first end counts. */
	private Changes end(Upload upload, MessageContext context, BiFunction<Upload, Instant, Upload> transition) {
		if (upload.state().isEnd()) {
			log.info("Upload {} is {} already: {} changes nothing", upload.id(), upload.state(), context.type());
			return Changes.none();
		}
		if (upload.state() != UploadState.UPLOADED) {
			throw new UnprocessableMessageException(
					"Upload " + upload.id() + " is " + upload.state() + ": nobody can have published it");
		}
		this.incoming.delete(upload);
		return this.uploads.saved(transition.apply(upload, this.clock.instant().truncatedTo(ChronoUnit.MILLIS)));
	}

	private Changes releasing(Upload upload, Changes changes) {
		return changes.writes().isEmpty() ? changes : changes.and(this.fingerprints.released(upload));
	}

}
