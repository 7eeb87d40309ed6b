package io.safelight.purchase.message;

/**
 * To itself: encrypt the buyer's copy.
 *
 * @param licenceId the licence that it is for
 */
public record PrepareCopy(String licenceId) {

	/** The wire name. */
	public static final String TYPE = "prepare-copy.v1";

}
