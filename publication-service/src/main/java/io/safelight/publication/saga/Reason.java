package io.safelight.publication.saga;

import org.jspecify.annotations.Nullable;

/**
 * One reason why a photo was refused.
 *
 * @param code the wire name of a {@link RejectionCode}
 * @param message what is wrong, for the photographer
 * @param repair what to do about it
 * @param label what was seen, where a rule about it decided
 * @param confidence how sure that is, in per cent
 * @param policyVersion the version of the rule
 */
public record Reason(String code, String message, String repair, @Nullable String label, @Nullable Double confidence,
		@Nullable Integer policyVersion) {

	public static Reason of(RejectionCode code) {
		return of(code, code.message(), code.repair());
	}

	public static Reason of(RejectionCode code, String message, String repair) {
		return new Reason(code.wireName(), message, repair, null, null, null);
	}

}
