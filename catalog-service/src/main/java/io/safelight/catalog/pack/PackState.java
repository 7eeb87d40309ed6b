package io.safelight.catalog.pack;

/**
 * Whether a pack can be bought.
 */
enum PackState {

	/** Every photo in it is on sale. */
	ON_SALE,
	/** At least one photo in it was withdrawn. */
	NOT_ON_SALE,
	/** An administrator has taken it away, for good. */
	WITHDRAWN

}
