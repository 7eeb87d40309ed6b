package io.safelight.publication.archive;

/**
 * What lies in the archive is not what was to be kept there.
 */
public class ArchiveMismatchException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ArchiveMismatchException(String key, String difference) {
		super("The archived original " + key + " is not the one that was analysed: " + difference);
	}

}
