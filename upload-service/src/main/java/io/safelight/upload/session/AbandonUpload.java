package io.safelight.upload.session;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import io.safelight.messaging.store.ConditionFailedException;

/**
 * Takes an upload back before its bytes were let in. Thread-safe.
 */
public final class AbandonUpload {

	private final Uploads uploads;

	private final EndUpload end;

	private final UploadTimes times;

	private final Clock clock;

	public AbandonUpload(Uploads uploads, EndUpload end, UploadTimes times, Clock clock) {
		this.uploads = uploads;
		this.end = end;
		this.times = times;
		this.clock = clock;
	}

	/**
	 * Abandons, if the upload is still open.
	 * @return the upload as it is now, abandoned or not
	 */
	public Upload abandon(Upload upload) {
		if (upload.state() != UploadState.OPEN) {
			return upload;
		}
		try {
			return this.end.with(upload.abandoned(Reasons.withdrawn(),
					this.clock.instant().truncatedTo(ChronoUnit.MILLIS), this.times.cleanup()), EndUpload.Tell.NOBODY);
		}
		catch (ConditionFailedException ex) {
			return abandon(this.uploads.current(upload));
		}
	}

}
