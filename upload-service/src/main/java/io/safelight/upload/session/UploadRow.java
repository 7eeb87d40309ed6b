package io.safelight.upload.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.safelight.messaging.store.SortableTime;
import io.safelight.upload.inspection.Dimensions;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Upload} as a row. {@code work} and {@code dueAt} are there while the sweeper
 * has to look at it, {@code openOf} while bytes may come: the indexes are sparse.
 */
record UploadRow(String contributorId, String uploadId, long version, String state, @Nullable String email,
		String fileName, String contentType, long bytes, String sha256, @Nullable String title, List<String> keywords,
		String multipartId, long partBytes, String createdAt, String expiresAt, @Nullable String work,
		@Nullable String dueAt, @Nullable String openOf, @Nullable Integer width, @Nullable Integer height,
		List<Reason> reasons, @Nullable String twin, @Nullable String endedAt) {

	/** The one partition of the index of due uploads. */
	static final String WORK = "DUE";

	static UploadRow of(Upload upload) {
		Declaration declaration = upload.declaration();
		Progress progress = upload.progress();
		Dimensions dimensions = progress.dimensions();
		String contributor = upload.contributor().value();
		return new UploadRow(contributor, upload.id().toString(), upload.version(), progress.state().name(),
				upload.email(), declaration.fileName(), declaration.contentType(), declaration.bytes(),
				declaration.sha256().hex(), declaration.title(), declaration.keywords(), upload.multipart().id(),
				upload.multipart().partBytes(), SortableTime.of(upload.begunAt()), SortableTime.of(upload.expiresAt()),
				(progress.dueAt() != null) ? WORK : null, text(progress.dueAt()),
				(progress.state() == UploadState.OPEN) ? contributor : null,
				(dimensions != null) ? dimensions.width() : null, (dimensions != null) ? dimensions.height() : null,
				progress.reasons(), (progress.twin() != null) ? progress.twin().toString() : null,
				text(progress.endedAt()));
	}

	Upload toUpload() {
		Declaration declaration = new Declaration(this.fileName, this.contentType, this.bytes, new Sha256(this.sha256),
				this.title, this.keywords);
		return new Upload(new ContributorId(this.contributorId), id(this.uploadId), this.version, this.email,
				declaration, new Multipart(this.multipartId, this.partBytes), Instant.parse(this.createdAt),
				Instant.parse(this.expiresAt), progress());
	}

	private Progress progress() {
		Dimensions dimensions = (this.width != null && this.height != null) ? new Dimensions(this.width, this.height)
				: null;
		return new Progress(UploadState.valueOf(this.state), time(this.dueAt), dimensions, this.reasons,
				(this.twin != null) ? id(this.twin) : null, time(this.endedAt));
	}

	private static UploadId id(String text) {
		return new UploadId(UUID.fromString(text));
	}

	private static @Nullable String text(@Nullable Instant time) {
		return (time != null) ? SortableTime.of(time) : null;
	}

	private static @Nullable Instant time(@Nullable String text) {
		return (text != null) ? Instant.parse(text) : null;
	}

}
