package io.safelight.purchase.link;

/**
 * The life of a link.
 */
enum LinkState {

	/** Minted: whoever has the secret and is the buyer can claim it, once. */
	ISSUED,

	/** Claimed: the claimant may fetch the file until the lease ends. */
	CLAIMED,

	/** The file was handed over. */
	CONSUMED,

	/** Too late, or claimed too often without being fetched. */
	EXPIRED,

	/** The secret was guessed at too often, or the licence was revoked. */
	REVOKED

}
