package io.safelight.purchase.copy;

import java.util.List;
import java.util.Map;

import io.safelight.purchase.licence.Licence;

/**
 * What a copy is bound to. Without exactly these values nothing is decrypted; they are
 * not secret, and KMS writes them into its log.
 */
final class CopyContext {

	/** The keys that must be there, and right. */
	static final List<String> KEYS = List.of("userId", "photoId", "licenceId", "size", "purpose", "v");

	private CopyContext() {
	}

	static Map<String, String> of(Licence licence) {
		return Map.of("userId", licence.buyerId(), "photoId", licence.photoId(), "licenceId", licence.licenceId(),
				"size", licence.size(), "purpose", "purchase-copy", "v", "1");
	}

}
