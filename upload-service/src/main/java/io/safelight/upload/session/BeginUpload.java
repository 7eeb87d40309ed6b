package io.safelight.upload.session;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import io.safelight.messaging.Committer;
import io.safelight.messaging.store.ConditionFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Begins an upload: may these bytes come in? Thread-safe.
 */
public final class BeginUpload {

	private final Uploads uploads;

	private final Fingerprints fingerprints;

	private final Incoming incoming;

	private final Committer committer;

	private final UploadLimits limits;

	private final UploadTimes times;

	private final Clock clock;

	public BeginUpload(Uploads uploads, Fingerprints fingerprints, Incoming incoming, Committer committer,
			UploadLimits limits, UploadTimes times, Clock clock) {
		this.uploads = uploads;
		this.fingerprints = fingerprints;
		this.incoming = incoming;
		this.committer = committer;
		this.limits = limits;
		this.times = times;
		this.clock = clock;
	}

	/**
	 * Begins, or finds what was begun with the same idempotency key.
	 * @param contributor who uploads
	 * @param email where they are told of it
	 * @param declaration what they announce
	 * @param idempotencyKey the name that they gave to this wish, if any
	 */
	public Outcome begin(ContributorId contributor, @Nullable String email, Declaration declaration,
			@Nullable String idempotencyKey) {
		UploadId id = (idempotencyKey != null) ? UploadId.named(contributor, idempotencyKey) : UploadId.random();
		if (idempotencyKey != null) {
			Optional<Upload> begun = this.uploads.find(contributor, id);
			if (begun.isPresent()) {
				return again(begun.get(), declaration);
			}
		}
		return objection(contributor, declaration).orElseGet(() -> begin(contributor, id, email, declaration));
	}

	private Optional<Outcome> objection(ContributorId contributor, Declaration declaration) {
		Optional<Reason> reason = this.limits.against(declaration);
		if (reason.isPresent()) {
			return Optional.of(new Outcome.NotAccepted(reason.get()));
		}
		Optional<UploadId> twin = this.fingerprints.find(contributor, declaration.sha256());
		if (twin.isPresent()) {
			return Optional.of(new Outcome.Duplicate(twin.get()));
		}
		int open = this.uploads.open(contributor, this.limits.openUploads());
		return (open >= this.limits.openUploads()) ? Optional.of(new Outcome.TooManyOpen(open)) : Optional.empty();
	}

	/**
	 * A crash before the commit leaves a multipart upload without parts behind, which the
	 * bucket's lifecycle rule removes.
	 */
	private Outcome begin(ContributorId contributor, UploadId id, @Nullable String email, Declaration declaration) {
		String multipartId = this.incoming.begin(contributor, id, declaration.contentType());
		Upload upload = Upload.begin(contributor, id, email, declaration,
				new Multipart(multipartId, this.limits.partBytes()),
				this.clock.instant().truncatedTo(ChronoUnit.MILLIS), this.times);
		try {
			this.committer.commit(this.uploads.saved(upload));
			return new Outcome.Begun(upload);
		}
		catch (ConditionFailedException ex) {
			this.incoming.abort(upload);
			return again(this.uploads.current(upload), declaration);
		}
	}

	private static Outcome again(Upload begun, Declaration declaration) {
		return begun.declaration().equals(declaration) ? new Outcome.Begun(begun) : new Outcome.OtherWish(begun.id());
	}

	/** What becomes of the wish to upload. */
	public sealed interface Outcome {

		/**
		 * It was begun, now or earlier.
		 *
		 * @param upload the upload
		 */
		record Begun(Upload upload) implements Outcome {
		}

		/**
		 * Such files are not let in.
		 *
		 * @param reason why
		 */
		record NotAccepted(Reason reason) implements Outcome {
		}

		/**
		 * The contributor has already sent these bytes.
		 *
		 * @param photo the photo that has them
		 */
		record Duplicate(UploadId photo) implements Outcome {
		}

		/**
		 * The contributor must first finish others.
		 *
		 * @param open how many are open
		 */
		record TooManyOpen(int open) implements Outcome {
		}

		/**
		 * The idempotency key was used for another file.
		 *
		 * @param upload the upload that it was used for
		 */
		record OtherWish(UploadId upload) implements Outcome {
		}

	}

}
