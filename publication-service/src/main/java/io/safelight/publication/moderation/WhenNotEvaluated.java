package io.safelight.publication.moderation;

/**
 * What to do with a picture that nobody has looked at for what speaks against it.
 */
public enum WhenNotEvaluated {

	/** Let it pass: for development, and for shops that know their photographers. */
	APPROVE,
	/** Ask a person. */
	PERSON

}
