package io.safelight.purchase.link;

import io.safelight.purchase.licence.LicenceState;

/**
 * What became of a request for a link.
 */
sealed interface MintResult {

	/**
	 * Here it is.
	 *
	 * @param link the link
	 * @param secret its secret, to be shown now and never again
	 */
	record Minted(Link link, String secret) implements MintResult {

		@Override
		public String toString() {
			return "Minted[" + this.link.linkId() + "]";
		}

	}

	/** The buyer has no such licence. */
	record UnknownLicence() implements MintResult {
	}

	/**
	 * There is no copy to link to.
	 *
	 * @param state what there is
	 */
	record NotReady(LicenceState state) implements MintResult {
	}

	/**
	 * The link of this idempotency key was claimed, or has ended.
	 *
	 * @param state what became of it
	 */
	record KeyUsed(LinkState state) implements MintResult {
	}

}
