package io.safelight.imaging.rendition;

/**
 * The original that a command names is not there.
 */
public final class OriginalMissingException extends Exception {

	public OriginalMissingException(Throwable cause) {
		super("The original is no longer there.", cause);
	}

}
