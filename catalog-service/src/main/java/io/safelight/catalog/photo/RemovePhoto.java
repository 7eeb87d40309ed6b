package io.safelight.catalog.photo;

import io.safelight.messaging.Committer;
import io.safelight.messaging.store.ConditionFailedException;

/**
 * Takes a photo off sale for good, because a person says so. Thread-safe.
 */
public final class RemovePhoto {

	/** How often it is tried when the photo is being changed by others meanwhile. */
	private static final int TRIES = 5;

	private final Photos photos;

	private final Committer committer;

	public RemovePhoto(Photos photos, Committer committer) {
		this.photos = photos;
		this.committer = committer;
	}

	/**
	 * Removes a photo; removing it again changes nothing.
	 * @param photoId which photo
	 * @param by who removes it
	 * @param reason why, in words for people
	 * @return false if there is none that this person may remove
	 * @throws ConditionFailedException if others kept changing it
	 */
	boolean remove(String photoId, Remover by, String reason) {
		for (int attempt = 1;; attempt++) {
			Photo photo = this.photos.find(photoId).filter(by::mayRemove).orElse(null);
			if (!(photo instanceof ListedPhoto listed)) {
				return photo != null;
			}
			try {
				WithdrawnPhoto gone = listed.remove(reason);
				this.committer.commit(Photos.put(gone, listed.version(), PhotoMessages.withdrawn(gone, 0)));
				return true;
			}
			catch (ConditionFailedException ex) {
				if (attempt == TRIES) {
					throw ex;
				}
			}
		}
	}

	/**
	 * Who removes a photo.
	 *
	 * @param userId the user
	 * @param admin whether this is an administrator, who may remove everybody's
	 */
	record Remover(String userId, boolean admin) {

		boolean mayRemove(Photo photo) {
			return this.admin || photo.belongsTo(this.userId);
		}

	}

}
