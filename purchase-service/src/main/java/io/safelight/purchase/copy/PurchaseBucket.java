package io.safelight.purchase.copy;

/**
 * Where buyers' copies are, always encrypted.
 */
public final class PurchaseBucket {

	public static final String NAME = "safelight-purchases";

	private PurchaseBucket() {
	}

}
