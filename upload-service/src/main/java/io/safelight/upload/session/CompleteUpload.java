package io.safelight.upload.session;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import io.safelight.messaging.Committer;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.StoreBusyException;
import io.safelight.upload.inspection.Dimensions;
import io.safelight.upload.inspection.ImageInspector;
import io.safelight.upload.inspection.Inspection;

/**
 * Completes an upload: puts its parts together, checks the bytes, and lets them in or
 * refuses them. It may be asked by the contributor and by the sweeper, at once and again
 * after a crash at any point: the same bytes get the same verdict, and only one commit
 * counts. Thread-safe.
 */
public final class CompleteUpload {

	private static final int TRIES = 5;

	private final Uploads uploads;

	private final Fingerprints fingerprints;

	private final Incoming incoming;

	private final EndUpload end;

	private final Committer committer;

	private final UploadLimits limits;

	private final UploadTimes times;

	private final Clock clock;

	private final ImageInspector inspector = new ImageInspector();

	public CompleteUpload(Uploads uploads, Fingerprints fingerprints, Incoming incoming, EndUpload end,
			Committer committer, UploadLimits limits, UploadTimes times, Clock clock) {
		this.uploads = uploads;
		this.fingerprints = fingerprints;
		this.incoming = incoming;
		this.end = end;
		this.committer = committer;
		this.limits = limits;
		this.times = times;
		this.clock = clock;
	}

	/** Completes; what was completed already stays as it is. */
	public Completion complete(Upload upload) {
		Upload seen = upload;
		for (int attempt = 1;; attempt++) {
			try {
				return attempt(seen);
			}
			catch (ConditionFailedException ex) {
				if (attempt == TRIES) {
					throw new StoreBusyException("Upload " + upload.id() + " is being changed by others", ex);
				}
				seen = this.uploads.current(seen);
			}
		}
	}

	private Completion attempt(Upload upload) {
		return switch (upload.state()) {
			case OPEN -> start(upload);
			case COMPLETING -> finish(upload);
			default -> new Completion.Decided(upload);
		};
	}

	private Completion start(Upload upload) {
		Optional<List<ReceivedPart>> received = this.incoming.parts(upload);
		if (received.isEmpty()) {
			return this.incoming.size(upload).isPresent() ? finish(claim(upload)) : lost(upload);
		}
		Arrival arrival = Arrival.of(upload, received.get());
		if (arrival.isPartial()) {
			return new Completion.PartsMissing(arrival.missing());
		}
		return arrival.isWhole() ? finish(claim(upload)) : refuse(upload, List.of(arrival.objection()));
	}

	/** From here on nobody abandons it: what is put together will be checked. */
	private Upload claim(Upload upload) {
		Upload completing = upload.completing(now(), this.times.completion());
		this.committer.commit(this.uploads.saved(completing));
		return completing;
	}

	private Completion finish(Upload upload) {
		if (!isAssembled(upload)) {
			return lost(upload);
		}
		Optional<Inspection> inspection = this.incoming.read(upload, this.inspector::inspect);
		return inspection.map((found) -> judge(upload, found)).orElseGet(() -> lost(upload));
	}

	/**
	 * The object is there already if a crash came between its making and the commit.
	 * Parts that were there when this was begun and are not any more are lost: asking for
	 * them for ever would help nobody.
	 */
	private boolean isAssembled(Upload upload) {
		if (this.incoming.size(upload).isPresent()) {
			return true;
		}
		Optional<List<ReceivedPart>> parts = this.incoming.parts(upload).filter((received) -> !received.isEmpty());
		parts.ifPresent((received) -> this.incoming.assemble(upload, received));
		return parts.isPresent() || this.incoming.size(upload).isPresent();
	}

	private Completion judge(Upload upload, Inspection inspection) {
		Verdict verdict = Verdict.on(upload.declaration(), inspection, this.limits);
		return (verdict.reasons().isEmpty() && verdict.dimensions().isPresent())
				? accept(upload, verdict.dimensions().get()) : refuse(upload, verdict.reasons());
	}

	private Completion accept(Upload upload, Dimensions dimensions) {
		Upload uploaded = upload.uploaded(dimensions);
		try {
			this.committer.commit(this.uploads.saved(uploaded)
				.and(this.fingerprints.claimed(uploaded))
				.publish(Announcements.photoUploaded(uploaded, this.incoming.bucket())));
			return new Completion.Decided(uploaded);
		}
		catch (ConditionFailedException ex) {
			UploadId twin = this.fingerprints.find(upload.contributor(), upload.declaration().sha256())
				.filter((photo) -> !photo.equals(upload.id()))
				.orElseThrow(() -> ex);
			return new Completion.Decided(
					this.end.with(upload.duplicateOf(twin, now(), this.times.cleanup()), EndUpload.Tell.CONTRIBUTOR));
		}
	}

	private Completion refuse(Upload upload, List<Reason> reasons) {
		Upload refused = upload.refused(reasons, now(), this.times.cleanup());
		return new Completion.Decided(this.end.with(refused, EndUpload.Tell.CONTRIBUTOR));
	}

	private Completion lost(Upload upload) {
		Upload abandoned = upload.abandoned(Reasons.lost(), now(), this.times.cleanup());
		return new Completion.Decided(this.end.with(abandoned, EndUpload.Tell.CONTRIBUTOR));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/** What becomes of the wish to complete. */
	public sealed interface Completion {

		/**
		 * It is decided; the upload's state says how.
		 *
		 * @param upload the upload
		 */
		record Decided(Upload upload) implements Completion {
		}

		/**
		 * Bytes are missing; it can go on.
		 *
		 * @param numbers the parts that have not come
		 */
		record PartsMissing(List<Integer> numbers) implements Completion {
		}

	}

}
