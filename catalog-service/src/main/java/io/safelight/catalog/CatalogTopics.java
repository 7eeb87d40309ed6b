package io.safelight.catalog;

/**
 * The topics that this service speaks and listens on.
 */
public final class CatalogTopics {

	/** What this service says. */
	public static final String EVENTS = "safelight-catalog-events";

	/**
	 * What this service says of photos, once more: every version of a photo once and one
	 * after the other, for whoever builds something of them that must not go back in
	 * time.
	 */
	public static final String EVENTS_IN_SEQUENCE = "safelight-catalog-events.fifo";

	/** What publication orders. */
	public static final String PUBLICATION_COMMANDS = "safelight-publication-commands";

	/** What was sold. */
	public static final String PURCHASE_EVENTS = "safelight-purchase-events";

	private CatalogTopics() {
	}

}
