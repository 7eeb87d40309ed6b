package io.safelight.upload.session;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import io.safelight.messaging.Committer;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.Page;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after uploads that nobody looks after: abandons those whose bytes do not come,
 * completes those whose bytes are all there, goes on where a crash stopped us. One pass
 * is one call; the timer is outside. Several instances may sweep at once.
 */
public final class SweepUploads {

	private static final Logger log = LoggerFactory.getLogger(SweepUploads.class);

	private final Uploads uploads;

	private final Incoming incoming;

	private final CompleteUpload complete;

	private final EndUpload end;

	private final Committer committer;

	private final UploadTimes times;

	private final Clock clock;

	public SweepUploads(Uploads uploads, Incoming incoming, CompleteUpload complete, EndUpload end, Committer committer,
			UploadTimes times, Clock clock) {
		this.uploads = uploads;
		this.incoming = incoming;
		this.complete = complete;
		this.end = end;
		this.committer = committer;
		this.times = times;
		this.clock = clock;
	}

	/**
	 * One pass over everything that is due.
	 * @return how many uploads were looked at
	 */
	public int sweep() {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		int seen = 0;
		@Nullable String cursor = null;
		do {
			Page<Upload> page = this.uploads.due(now, cursor);
			page.items().forEach((upload) -> sweepOne(upload, now));
			seen += page.items().size();
			cursor = page.cursor();
		}
		while (cursor != null);
		return seen;
	}

	/** One that fails stays due and does not keep the others waiting. */
	private void sweepOne(Upload indexed, Instant now) {
		try {
			this.uploads.find(indexed.contributor(), indexed.id())
				.filter((upload) -> upload.isDue(now))
				.ifPresent((upload) -> sweep(upload, now));
		}
		catch (ConditionFailedException ex) {
			log.debug("Upload {} was changed by somebody else meanwhile", indexed.id());
		}
		catch (RuntimeException ex) {
			log.warn("Upload {} could not be swept and stays due: {}", indexed.id(), ex.toString());
		}
	}

	private void sweep(Upload upload, Instant now) {
		switch (upload.state()) {
			case OPEN -> sweepOpen(upload, now);
			case COMPLETING -> complete(upload);
			default -> this.end.cleanUp(upload);
		}
	}

	private void sweepOpen(Upload upload, Instant now) {
		Optional<Arrival> arrival = this.incoming.parts(upload).map((parts) -> Arrival.of(upload, parts));
		switch (SweepDecision.on(upload, arrival, now, this.times)) {
			case SweepDecision.Complete ready -> complete(upload);
			case SweepDecision.Abandon abandon -> this.end
				.with(upload.abandoned(abandon.reason(), now, this.times.cleanup()), EndUpload.Tell.CONTRIBUTOR);
			case SweepDecision.Wait wait -> this.committer.commit(this.uploads.saved(upload.lookAgainAt(wait.until())));
		}
	}

	private void complete(Upload upload) {
		if (this.complete.complete(upload) instanceof CompleteUpload.Completion.Decided decided) {
			log.info("Upload {} was completed by the sweeper: {}", upload.id(), decided.upload().state());
		}
	}

}
