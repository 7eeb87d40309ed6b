package io.safelight.upload.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.safelight.upload.inspection.Dimensions;
import io.safelight.upload.session.Multipart.Part;
import org.jspecify.annotations.Nullable;

/**
 * One upload, from its announcement to its end. Immutable; every transition is checked
 * and answers the next version.
 *
 * @param contributor whose it is
 * @param id its identity
 * @param version counted from 1
 * @param email where its contributor is told of it, if known
 * @param declaration what was announced
 * @param multipart how its bytes come
 * @param begunAt when it was announced
 * @param expiresAt when bytes that have not come are no longer waited for
 * @param progress how far it has got
 */
public record Upload(ContributorId contributor, UploadId id, long version, @Nullable String email,
		Declaration declaration, Multipart multipart, Instant begunAt, Instant expiresAt, Progress progress) {

	static Upload begin(ContributorId contributor, UploadId id, @Nullable String email, Declaration declaration,
			Multipart multipart, Instant now, UploadTimes times) {
		return new Upload(contributor, id, 1, email, declaration, multipart, now, now.plus(times.session()),
				Progress.open(now.plus(times.grace())));
	}

	public UploadState state() {
		return this.progress.state();
	}

	/** Where its object is, or will be. */
	public String key() {
		return this.contributor + "/" + this.id;
	}

	public List<Part> parts() {
		return this.multipart.parts(this.declaration.bytes());
	}

	/**
	 * The size of the picture.
	 * @throws NullPointerException if it was not checked yet
	 */
	Dimensions dimensions() {
		return Objects.requireNonNull(this.progress.dimensions(), "the picture was not checked yet");
	}

	boolean isDue(Instant now) {
		Instant dueAt = this.progress.dueAt();
		return dueAt != null && !dueAt.isAfter(now);
	}

	Upload lookAgainAt(Instant time) {
		return to(this.progress.in(UploadState.OPEN, time));
	}

	Upload completing(Instant now, Duration lease) {
		return to(this.progress.in(UploadState.COMPLETING, now.plus(lease)));
	}

	Upload uploaded(Dimensions dimensions) {
		return to(this.progress.checked(dimensions));
	}

	Upload refused(List<Reason> reasons, Instant now, Duration cleanup) {
		return to(this.progress.ended(UploadState.REFUSED, reasons, null, now, now.plus(cleanup)));
	}

	Upload duplicateOf(UploadId twin, Instant now, Duration cleanup) {
		List<Reason> reasons = List.of(Reasons.duplicate());
		return to(this.progress.ended(UploadState.REFUSED, reasons, twin, now, now.plus(cleanup)));
	}

	Upload abandoned(Reason reason, Instant now, Duration cleanup) {
		return to(this.progress.ended(UploadState.ABANDONED, List.of(reason), null, now, now.plus(cleanup)));
	}

	Upload published(Instant now) {
		return to(this.progress.ended(UploadState.PUBLISHED, List.of(), null, now, null));
	}

	Upload rejected(List<Reason> reasons, Instant now) {
		return to(this.progress.ended(UploadState.REJECTED, reasons, null, now, null));
	}

	Upload failed(Reason reason, Instant now) {
		return to(this.progress.ended(UploadState.FAILED, List.of(reason), null, now, null));
	}

	/** Nothing of its bytes is left. */
	Upload cleanedUp() {
		if (!state().isEnd()) {
			throw new IllegalStateException("Upload " + this.id + " has not ended: its bytes are still needed");
		}
		return to(this.progress.dueAt(null));
	}

	private Upload to(Progress next) {
		if (!state().mayBecome(next.state())) {
			throw new IllegalStateException(
					"Upload " + this.id + " is " + state() + " and cannot become " + next.state());
		}
		return new Upload(this.contributor, this.id, this.version + 1, this.email, this.declaration, this.multipart,
				this.begunAt, this.expiresAt, next);
	}

}
