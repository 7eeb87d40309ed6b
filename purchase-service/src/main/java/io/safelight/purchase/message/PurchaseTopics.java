package io.safelight.purchase.message;

/**
 * The topics that this service owns.
 */
public final class PurchaseTopics {

	/** What happened here. */
	public static final String EVENTS = "safelight-purchase-events";

	/** What this service orders itself to do. */
	public static final String COMMANDS = "safelight-purchase-commands";

	private PurchaseTopics() {
	}

}
