package io.safelight.upload.session;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends an upload that did not become a photo. The end is committed first, and only then
 * are the bytes deleted, so that nobody deletes what somebody else is letting in; what a
 * crash leaves behind the sweeper deletes. Thread-safe.
 */
public final class EndUpload {

	private static final Logger log = LoggerFactory.getLogger(EndUpload.class);

	private final Uploads uploads;

	private final Incoming incoming;

	private final Committer committer;

	public EndUpload(Uploads uploads, Incoming incoming, Committer committer) {
		this.uploads = uploads;
		this.incoming = incoming;
		this.committer = committer;
	}

	/**
	 * Ends.
	 * @param ended the upload with its end
	 * @param tell who is told
	 * @return the upload as it was committed
	 */
	Upload with(Upload ended, Tell tell) {
		Changes changes = this.uploads.saved(ended);
		this.committer
			.commit((tell == Tell.CONTRIBUTOR) ? changes.publish(Announcements.uploadAbandoned(ended)) : changes);
		try {
			cleanUp(ended);
		}
		catch (RuntimeException ex) {
			log.warn("The bytes of upload {} could not be deleted yet: {}", ended.id(), ex.toString());
		}
		return ended;
	}

	/** Deletes the bytes of an upload that has ended, and notes it. */
	void cleanUp(Upload ended) {
		Upload cleanedUp = ended.cleanedUp();
		this.incoming.abort(ended);
		this.incoming.delete(ended);
		this.committer.commit(this.uploads.saved(cleanedUp));
	}

	/** Who is told of an end. */
	enum Tell {

		/** The contributor was not there: tell them. */
		CONTRIBUTOR,
		/** The contributor did it: they know. */
		NOBODY

	}

}
