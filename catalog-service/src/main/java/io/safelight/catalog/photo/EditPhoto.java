package io.safelight.catalog.photo;

import io.safelight.messaging.Committer;
import io.safelight.messaging.store.ConditionFailedException;

/**
 * Changes what a contributor says about a photo. Thread-safe.
 */
public final class EditPhoto {

	private final Photos photos;

	private final Committer committer;

	public EditPhoto(Photos photos, Committer committer) {
		this.photos = photos;
		this.committer = committer;
	}

	/**
	 * Edits a photo if it is still in the version that the contributor has seen.
	 * @param photoId which photo
	 * @param userId who edits it
	 * @param seenVersion the version that was seen
	 * @param edit what changes
	 */
	Outcome edit(String photoId, String userId, long seenVersion, PhotoEdit edit) {
		Photo photo = this.photos.find(photoId).filter((found) -> found.belongsTo(userId)).orElse(null);
		return switch (photo) {
			case null -> new Unknown();
			case WithdrawnPhoto gone -> new Gone(gone);
			case ListedPhoto listed when listed.version() != seenVersion -> new Stale(listed.version());
			case ListedPhoto listed -> edit(listed, edit);
		};
	}

	private Outcome edit(ListedPhoto listed, PhotoEdit edit) {
		ListedPhoto edited = listed.edit(edit);
		if (edited.listing().equals(listed.listing())) {
			return new Edited(listed);
		}
		try {
			this.committer.commit(Photos.put(edited, listed.version(), PhotoMessages.changed(edited)));
			return new Edited(edited);
		}
		catch (ConditionFailedException ex) {
			return new Stale(listed.version() + 1);
		}
	}

	/** What became of it. */
	sealed interface Outcome {

	}

	/**
	 * It is as wanted now.
	 *
	 * @param photo as it is
	 */
	record Edited(ListedPhoto photo) implements Outcome {
	}

	/**
	 * Somebody was quicker.
	 *
	 * @param version the version that it has now, or a lower one
	 */
	record Stale(long version) implements Outcome {
	}

	/**
	 * It is withdrawn.
	 *
	 * @param photo the tombstone
	 */
	record Gone(WithdrawnPhoto photo) implements Outcome {
	}

	/** There is none, or it is somebody else's. */
	record Unknown() implements Outcome {
	}

}
