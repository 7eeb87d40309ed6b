package io.safelight.publication;

/**
 * Nothing is known of a photo. For a message that means: not yet; it is tried again, as
 * an answer can be here before the row that it answers.
 */
public class UnknownPublicationException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String photoId;

	public UnknownPublicationException(String photoId) {
		super("Nothing is known (yet) of the photo " + photoId);
		this.photoId = photoId;
	}

	public String photoId() {
		return this.photoId;
	}

}
