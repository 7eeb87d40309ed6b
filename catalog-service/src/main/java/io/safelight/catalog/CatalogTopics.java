package io.safelight.catalog;

/**
 * The topics that this service speaks and listens on.
 */
public final class CatalogTopics {

	/** What this service says. */
	public static final String EVENTS = "safelight-catalog-events";

	/** What publication orders. */
	public static final String PUBLICATION_COMMANDS = "safelight-publication-commands";

	private CatalogTopics() {
	}

}
