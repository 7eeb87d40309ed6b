package io.safelight.purchase.offer;

import java.util.Optional;

import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;

/**
 * What is for sale, as this service knows it. Thread-safe.
 */
public class Offers {

	public static final Table TABLE = Table.of("safelight-purchase-offers", "offerId");

	private final Store store;

	public Offers(Store store) {
		this.store = store;
	}

	public Optional<PhotoOffer> photo(String photoId) {
		return this.store.find(TABLE, TABLE.key(photoKey(photoId)), PhotoOffer.class);
	}

	public Optional<PackOffer> pack(String packId) {
		return this.store.find(TABLE, TABLE.key(packKey(packId)), PackOffer.class);
	}

	static String photoKey(String photoId) {
		return "PHOTO#" + photoId;
	}

	static String packKey(String packId) {
		return "PACK#" + packId;
	}

}
