package io.safelight.purchase.order;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.safelight.purchase.licence.Licences;
import io.safelight.purchase.licence.SourceFile;
import io.safelight.purchase.money.Division;
import io.safelight.purchase.money.Money;
import io.safelight.purchase.offer.Offers;
import io.safelight.purchase.offer.PackOffer;
import io.safelight.purchase.offer.PhotoOffer;
import io.safelight.purchase.offer.SizeOffer;
import org.jspecify.annotations.Nullable;

/**
 * Says what a request would cost and lead to, or why it cannot be. Thread-safe.
 */
class Quotes {

	/** Everything about an order is one commit, and a commit has at most 100 parts. */
	static final int MOST_PHOTOS = 20;

	private final Offers offers;

	private final Licences licences;

	Quotes(Offers offers, Licences licences) {
		this.offers = offers;
		this.licences = licences;
	}

	/**
	 * A quote.
	 * @throws RefusedException if it cannot be
	 */
	Quote quote(String orderId, String buyerId, OrderRequest request) {
		List<Wanted> wanted = request.lines().stream().flatMap((line) -> wanted(line).stream()).toList();
		requireSane(wanted);
		List<OrderLine> lines = wanted.stream().map((photo) -> line(orderId, buyerId, request.again(), photo)).toList();
		Money total = total(lines);
		if (request.expectedTotal() != null && !request.expectedTotal().equals(total)) {
			throw new RefusedException(Refusal.priceChanged(request.expectedTotal(), total));
		}
		return new Quote(lines, total);
	}

	private List<Wanted> wanted(OrderRequest.Line line) {
		if (line.packId() != null) {
			return photosOf(line.packId());
		}
		String photoId = Objects.requireNonNull(line.photoId(), "validated");
		String size = Objects.requireNonNull(line.size(), "validated");
		Offered offered = offered(photoId, size);
		return List.of(new Wanted(offered, offered.size().price(), null));
	}

	/** The price of a pack is divided by what its photos would cost alone. */
	private List<Wanted> photosOf(String packId) {
		PackOffer pack = this.offers.pack(packId)
			.filter(PackOffer::onSale)
			.orElseThrow(() -> new RefusedException(Refusal.of(Refusal.Reason.NOT_FOR_SALE,
					"Pack " + packId + " is not on sale. Take it out of the order.")));
		List<Offered> photos = pack.photoIds().stream().map((photoId) -> offered(photoId, pack.size())).toList();
		List<Money> prices = Division.of(pack.price(),
				photos.stream().map((photo) -> photo.size().price().amount()).toList());
		List<Wanted> wanted = new ArrayList<>();
		for (int i = 0; i < photos.size(); i++) {
			wanted.add(new Wanted(photos.get(i), prices.get(i), packId));
		}
		return wanted;
	}

	private Offered offered(String photoId, String size) {
		return this.offers.photo(photoId)
			.flatMap((photo) -> photo.size(size).map((offer) -> new Offered(photo, offer)))
			.orElseThrow(() -> new RefusedException(Refusal.ofPhoto(Refusal.Reason.NOT_FOR_SALE, photoId,
					"Photo " + photoId + " is not on sale in size " + size
							+ ". Take it out of the order, or choose a size " + "that the photo's page offers.")));
	}

	private static void requireSane(List<Wanted> wanted) {
		if (wanted.isEmpty()) {
			throw new RefusedException(Refusal.of(Refusal.Reason.NOT_FOR_SALE, "There is no photo in this order."));
		}
		if (wanted.size() > MOST_PHOTOS) {
			throw new RefusedException(Refusal.of(Refusal.Reason.TOO_MANY_PHOTOS, "An order has at most " + MOST_PHOTOS
					+ " photos and this one has " + wanted.size() + ". Make several orders of it."));
		}
		Set<String> seen = new HashSet<>();
		for (Wanted photo : wanted) {
			if (!seen.add(photo.photoId() + "\n" + photo.size())) {
				throw new RefusedException(Refusal.ofPhoto(Refusal.Reason.TWICE_IN_ORDER, photo.photoId(),
						"Photo " + photo.photoId() + " is twice in the order. Leave it in once."));
			}
		}
	}

	private OrderLine line(String orderId, String buyerId, boolean again, Wanted wanted) {
		SizeOffer size = wanted.offered().size();
		PhotoOffer photo = wanted.offered().photo();
		SourceFile source = new SourceFile(size.file().bucket(), size.file().key(), size.file().sha256(), size.bytes());
		return new OrderLine(photo.photoId(), photo.contributorId(), photo.title(), size.size(), size.width(),
				size.height(), wanted.price(), licenceId(orderId, buyerId, again, wanted), wanted.packId(), source);
	}

	/**
	 * The first licence of a buyer for a photo and size has an id that follows from these
	 * three, so that two orders at once cannot both issue it.
	 */
	private String licenceId(String orderId, String buyerId, boolean again, Wanted wanted) {
		String first = DerivedId.of("licence", buyerId, wanted.photoId(), wanted.size());
		if (this.licences.find(first).isEmpty()) {
			return first;
		}
		if (!again) {
			throw new RefusedException(Refusal.alreadyLicensed(wanted.photoId(), wanted.size(), first));
		}
		return DerivedId.of("licence-again", orderId, wanted.photoId(), wanted.size());
	}

	private static Money total(List<OrderLine> lines) {
		String currency = lines.getFirst().price().currency();
		if (lines.stream().anyMatch((line) -> !line.price().currency().equals(currency))) {
			throw new RefusedException(Refusal.of(Refusal.Reason.MIXED_CURRENCIES,
					"The photos are priced in different currencies. Make one order for each currency."));
		}
		return lines.stream().map(OrderLine::price).reduce(new Money(0, currency), Money::plus);
	}

	private record Offered(PhotoOffer photo, SizeOffer size) {
	}

	private record Wanted(Offered offered, Money price, @Nullable String packId) {

		String photoId() {
			return this.offered.photo().photoId();
		}

		String size() {
			return this.offered.size().size();
		}

	}

}
