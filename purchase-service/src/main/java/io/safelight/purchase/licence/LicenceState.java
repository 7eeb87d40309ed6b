package io.safelight.purchase.licence;

/**
 * Whether the buyer's copy can be had. The right itself lasts in every state but the
 * last.
 */
public enum LicenceState {

	/** The copy is being made. */
	PREPARING,

	/** The copy is there: links can be minted. */
	READY,

	/** The copy cannot be made now; it is tried again from time to time. */
	COPY_BLOCKED,

	/** Taken back: there is no copy any more, and there will be none. */
	REVOKED

}
