package io.safelight.upload.session;

import java.time.Instant;
import java.util.List;

import io.safelight.upload.inspection.Dimensions;
import org.jspecify.annotations.Nullable;

/**
 * How far an upload has got.
 *
 * @param state where it stands
 * @param dueAt when the sweeper is to look at it; null if never
 * @param dimensions the picture's size, once it was checked
 * @param reasons why it ended without a photo on sale
 * @param twin the photo that has the same bytes, if that is the reason
 * @param endedAt when it ended
 */
public record Progress(UploadState state, @Nullable Instant dueAt, @Nullable Dimensions dimensions,
		List<Reason> reasons, @Nullable UploadId twin, @Nullable Instant endedAt) {

	public Progress {
		reasons = List.copyOf(reasons);
	}

	static Progress open(Instant dueAt) {
		return new Progress(UploadState.OPEN, dueAt, null, List.of(), null, null);
	}

	Progress dueAt(@Nullable Instant time) {
		return new Progress(this.state, time, this.dimensions, this.reasons, this.twin, this.endedAt);
	}

	Progress in(UploadState next, @Nullable Instant time) {
		return new Progress(next, time, this.dimensions, this.reasons, this.twin, this.endedAt);
	}

	Progress checked(Dimensions found) {
		return new Progress(UploadState.UPLOADED, null, found, this.reasons, this.twin, this.endedAt);
	}

	Progress ended(UploadState end, List<Reason> why, @Nullable UploadId sameBytes, Instant now,
			@Nullable Instant cleanupAt) {
		return new Progress(end, cleanupAt, this.dimensions, why, sameBytes, now);
	}

}
