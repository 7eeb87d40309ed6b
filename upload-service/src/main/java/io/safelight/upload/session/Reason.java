package io.safelight.upload.session;

/**
 * Why an upload did not become a photo on sale, in words for its contributor.
 *
 * @param code the kind of reason in kebab-case, for programs
 * @param message what is wrong
 * @param repair what to do about it
 */
public record Reason(String code, String message, String repair) {

	/** The code of the reason for bytes that somebody has already sent. */
	public static final String DUPLICATE = "duplicate-photo";

	/** The code of the reason for bytes that did not come in time. */
	static final String EXPIRED = "expired";

}
