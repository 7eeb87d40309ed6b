package io.safelight.upload.inspection;

/**
 * What the first bytes of a file say that it is.
 */
public sealed interface Finding {

	FileKind kind();

	/**
	 * A picture of an accepted kind whose header is whole.
	 *
	 * @param kind its kind
	 * @param dimensions its size
	 */
	record Picture(FileKind kind, Dimensions dimensions) implements Finding {
	}

	/**
	 * It begins like an accepted kind, but its header cannot be followed.
	 *
	 * @param kind what it begins like
	 * @param truncated whether it ends within its header
	 */
	record Broken(FileKind kind, boolean truncated) implements Finding {
	}

	/**
	 * Something else.
	 *
	 * @param kind what it is, as far as we can tell
	 */
	record NotAccepted(FileKind kind) implements Finding {
	}

}
