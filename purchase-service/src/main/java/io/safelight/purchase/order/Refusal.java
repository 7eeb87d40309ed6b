package io.safelight.purchase.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.safelight.purchase.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Why an order is not to be.
 *
 * @param reason the kind
 * @param detail what is wrong and what to do, for the buyer
 * @param photoId the photo that it is about, if it is about one
 * @param licenceId the licence that the buyer has already, if that is why
 * @param total what it costs now, if that is why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Refusal(Reason reason, String detail, @Nullable String photoId, @Nullable String licenceId,
		@Nullable Money total) {

	static Refusal of(Reason reason, String detail) {
		return new Refusal(reason, detail, null, null, null);
	}

	static Refusal ofPhoto(Reason reason, String photoId, String detail) {
		return new Refusal(reason, detail, photoId, null, null);
	}

	static Refusal alreadyLicensed(String photoId, String size, String licenceId) {
		return new Refusal(Reason.ALREADY_LICENSED, "You have a licence for photo " + photoId + " in size " + size
				+ " already; you can download it again with that licence. To buy one more, send licenceAgain: true.",
				photoId, licenceId, null);
	}

	static Refusal priceChanged(Money expected, Money actual) {
		return new Refusal(Reason.PRICE_CHANGED, "The order costs " + actual + " now, not " + expected
				+ ". Show the new total to the buyer and send it as expectedTotal.", null, null, actual);
	}

	static Refusal buyerErased() {
		return of(Reason.BUYER_ERASED,
				"Your personal data were erased as you asked, so nothing can be sold to this account any more.");
	}

	/** The kinds of refusals. */
	public enum Reason {

		/** No such photo, size or pack is on sale. */
		NOT_FOR_SALE,

		/** The same photo in the same size is twice in the order. */
		TWICE_IN_ORDER,

		/** Too many photos for one order. */
		TOO_MANY_PHOTOS,

		/** The lines are priced in different currencies. */
		MIXED_CURRENCIES,

		/** The buyer has this licence. */
		ALREADY_LICENSED,

		/** The total is not what the buyer was shown. */
		PRICE_CHANGED,

		/** The idempotency key was used for another order. */
		KEY_REUSED,

		/** The payment was declined. */
		PAYMENT_DECLINED,

		/** The buyer has asked to be forgotten. */
		BUYER_ERASED

	}

}
