package io.safelight.publication;

import io.safelight.publication.saga.Publication;
import io.safelight.publication.saga.PublicationState;

/**
 * A person wanted something of a publication that it does not wait for.
 */
public class NotWaitingException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final PublicationState state;

	NotWaitingException(Publication publication) {
		super(publication.photoId() + " is " + publication.state());
		this.state = publication.state();
	}

	public PublicationState state() {
		return this.state;
	}

}
