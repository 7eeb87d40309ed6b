package io.safelight.imaging.rendition;

/**
 * Nothing of what was made of a photograph is wanted any more.
 *
 * @param photoId the photograph
 * @param epoch the try of the sender's step, repeated in the answer
 */
public record DiscardRenditions(String photoId, int epoch) {

	public DiscardRenditions {
		PhotoIds.check(photoId);
	}

}
