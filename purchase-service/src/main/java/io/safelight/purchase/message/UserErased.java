package io.safelight.purchase.message;

/**
 * Somebody is to be forgotten, everywhere. The last message that names them.
 *
 * @param userId who
 */
public record UserErased(String userId) {

	/** The wire name. */
	public static final String TYPE = "user-erased.v1";

}
