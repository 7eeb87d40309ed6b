package io.safelight.publication.saga;

/**
 * Something that has to be undone. Each succeeds where there is nothing.
 */
public enum Undo {

	/** Take it off sale. */
	LISTING,
	/** Delete the renditions and the sale sizes. */
	RENDITIONS

}
