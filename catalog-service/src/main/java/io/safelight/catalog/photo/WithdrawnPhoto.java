package io.safelight.catalog.photo;

import org.jspecify.annotations.Nullable;

/**
 * The tombstone of a photo that is no longer on sale, or never came to be.
 *
 * @param photoId the photo
 * @param version see {@link Photo#version()}
 * @param commandVersion see {@link Photo#commandVersion()}
 * @param contributorId whose it was, if known
 * @param reason why it was withdrawn, in words for people
 * @param forGood whether a person withdrew it, so that no command brings it back
 */
record WithdrawnPhoto(String photoId, long version, long commandVersion, @Nullable String contributorId, String reason,
		boolean forGood) implements Photo {

	/** A photo that was withdrawn before it was ever listed. */
	static WithdrawnPhoto neverListed(String photoId, @Nullable String contributorId, String reason,
			long commandVersion) {
		return new WithdrawnPhoto(photoId, 1, commandVersion, contributorId, reason, false);
	}

	/**
	 * Whether a command of the saga was decided after this withdrawal and may undo it.
	 */
	boolean yieldsTo(long otherCommandVersion) {
		return !this.forGood && otherCommandVersion > this.commandVersion;
	}

}
