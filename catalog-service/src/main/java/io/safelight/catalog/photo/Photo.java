package io.safelight.catalog.photo;

import org.jspecify.annotations.Nullable;

/**
 * What the catalogue knows of a photo: it is on sale, or it no longer is. A photo that
 * was withdrawn leaves a tombstone, so that a message that comes late cannot bring it
 * back.
 */
sealed interface Photo permits ListedPhoto, WithdrawnPhoto {

	String photoId();

	/** Counts every change of this photo, from 1. */
	long version();

	/**
	 * The saga's own version in its last command that was obeyed. The saga counts every
	 * transition of a photo, so of two commands the one with the higher version was
	 * decided later, in whatever order they come; epochs begin anew with each step and
	 * cannot tell.
	 */
	long commandVersion();

	@Nullable String contributorId();

	default boolean belongsTo(String userId) {
		return userId.equals(contributorId());
	}

}
