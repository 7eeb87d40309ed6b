package io.safelight.purchase.order;

import java.util.List;

import io.safelight.messaging.Changes;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Store;
import io.safelight.purchase.money.Money;
import io.safelight.purchase.offer.Offers;
import io.safelight.purchase.offer.PackOffer;
import io.safelight.purchase.offer.PhotoOffer;
import io.safelight.purchase.offer.SaleFile;
import io.safelight.purchase.offer.SizeOffer;
import org.jspecify.annotations.Nullable;

/**
 * What is on sale in tests, and what is asked for.
 */
final class OrderFixtures {

	static final Buyer BEN = new Buyer("ben", "ben@example.test");

	private OrderFixtures() {
	}

	static void putOnSale(Store store, String photoId, long price) {
		SizeOffer full = new SizeOffer("full", 4272, 2848, 1_000, new Money(price, "EUR"),
				new SaleFile("safelight-sale", photoId + "/full.jpg", "00ff"));
		put(store, new PhotoOffer("PHOTO#" + photoId, 1, photoId, "ana", "Title of " + photoId, true, List.of(full)));
	}

	static void putPackOnSale(Store store, String packId, long price, List<String> photoIds) {
		put(store,
				new PackOffer("PACK#" + packId, 1, packId, "A pack", photoIds, "full", new Money(price, "EUR"), true));
	}

	private static void put(Store store, Object row) {
		store.commit(Changes.none().put(Offers.TABLE, row, Condition.none()).writes(), row.toString());
	}

	static OrderRequest order(String... photoIds) {
		return new OrderRequest(List.of(photoIds).stream().map(OrderFixtures::photo).toList(), null, null, null);
	}

	static OrderRequest pack(String packId) {
		return new OrderRequest(List.of(new OrderRequest.Line(null, null, packId)), null, null, null);
	}

	static OrderRequest expecting(long amount, OrderRequest request) {
		return new OrderRequest(request.lines(), new Money(amount, "EUR"), request.licenceAgain(),
				request.paymentMethod());
	}

	static OrderRequest again(OrderRequest request) {
		return new OrderRequest(request.lines(), request.expectedTotal(), true, request.paymentMethod());
	}

	static OrderRequest payingWith(@Nullable String method, OrderRequest request) {
		return new OrderRequest(request.lines(), request.expectedTotal(), request.licenceAgain(), method);
	}

	private static OrderRequest.Line photo(String photoId) {
		return new OrderRequest.Line(photoId, "full", null);
	}

}
