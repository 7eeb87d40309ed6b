package io.safelight.catalog.photo;

/**
 * A photo on sale.
 *
 * @param photoId the photo
 * @param version see {@link Photo#version()}
 * @param commandVersion see {@link Photo#commandVersion()}
 * @param contributorId whose it is
 * @param listing all that is to be known of it
 */
record ListedPhoto(String photoId, long version, long commandVersion, String contributorId,
		Listing listing) implements Photo {

	ListedPhoto edit(PhotoEdit edit) {
		return new ListedPhoto(this.photoId, this.version + 1, this.commandVersion, this.contributorId,
				edit.applyTo(this.listing));
	}

	/** Off sale because the saga was undone; a later command may list it anew. */
	WithdrawnPhoto withdraw(String reason, long byCommandVersion) {
		return new WithdrawnPhoto(this.photoId, this.version + 1, byCommandVersion, this.contributorId, reason, false);
	}

	/** Off sale because a person said so: for good. */
	WithdrawnPhoto remove(String reason) {
		return new WithdrawnPhoto(this.photoId, this.version + 1, this.commandVersion, this.contributorId, reason,
				true);
	}

}
