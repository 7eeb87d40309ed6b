package io.safelight.purchase.link;

/**
 * What became of a claim.
 */
sealed interface ClaimResult {

	/**
	 * The caller has it.
	 *
	 * @param link the link, claimed
	 */
	record Claimed(Link link) implements ClaimResult {
	}

	/** The caller has no such link. */
	record Unknown() implements ClaimResult {
	}

	/** That is not the secret. */
	record WrongSecret() implements ClaimResult {
	}

	/** It was claimed before. */
	record Taken() implements ClaimResult {
	}

	/**
	 * It works no more.
	 *
	 * @param state why
	 */
	record Ended(LinkState state) implements ClaimResult {
	}

}
