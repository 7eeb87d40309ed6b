package io.safelight.purchase.order;

import java.time.Instant;
import java.util.List;

import io.safelight.messaging.store.SortableTime;
import io.safelight.purchase.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order. Immutable; each transition answers the next version.
 *
 * @param orderId its identity, derived from the buyer and the idempotency key
 * @param version counted from 1
 * @param buyerId who buys
 * @param email where the buyer can be reached, if known
 * @param fingerprint of what was asked for, so that the key is not used for something
 * else
 * @param state how far it has come
 * @param placedAt when it was accepted, as sortable text
 * @param lines the photos
 * @param total what they cost together
 * @param paymentMethod what the buyer pays with
 * @param chargeId the payment provider's name for the charge, once paid
 * @param paidAt when it was paid
 * @param refusal why it is not to be
 * @param work there while the order is not finished (a sparse index's key)
 * @param dueAt when to look after it, as sortable text
 */
record Order(String orderId, long version, String buyerId, @Nullable String email, String fingerprint, OrderState state,
		String placedAt, List<OrderLine> lines, Money total, String paymentMethod, @Nullable String chargeId,
		@Nullable Instant paidAt, @Nullable Refusal refusal, @Nullable String work, @Nullable String dueAt) {

	/** The value of {@code work} in the index of orders that are not finished. */
	static final String UNFINISHED = "ORDER";

	public Order {
		lines = List.copyOf(lines);
	}

	/** A new order that will be looked after then, if nobody has finished it. */
	static Order placed(String orderId, Buyer buyer, String fingerprint, Quote quote, String paymentMethod, Instant now,
			Instant lookAt) {
		return new Order(orderId, 1, buyer.userId(), buyer.email(), fingerprint, OrderState.PLACED,
				SortableTime.of(now), quote.lines(), quote.total(), paymentMethod, null, null, null, UNFINISHED,
				SortableTime.of(lookAt));
	}

	Order paid(String charge, Instant at) {
		requirePlaced();
		return new Order(this.orderId, this.version + 1, this.buyerId, this.email, this.fingerprint, OrderState.PAID,
				this.placedAt, this.lines, this.total, this.paymentMethod, charge, at, null, null, null);
	}

	Order refused(Refusal why) {
		requirePlaced();
		return new Order(this.orderId, this.version + 1, this.buyerId, this.email, this.fingerprint, OrderState.REFUSED,
				this.placedAt, this.lines, this.total, this.paymentMethod, null, null, why, null, null);
	}

	/** The same without the buyer, whose name nobody is to find here any more. */
	Order anonymised(String pseudonym) {
		if (this.state == OrderState.PLACED) {
			throw new IllegalStateException("Order " + this.orderId + " is not finished");
		}
		return new Order(this.orderId, this.version + 1, pseudonym, null, this.fingerprint, this.state, this.placedAt,
				this.lines, this.total, this.paymentMethod, this.chargeId, this.paidAt, this.refusal, null, null);
	}

	private void requirePlaced() {
		if (this.state != OrderState.PLACED) {
			throw new IllegalStateException("Order " + this.orderId + " is " + this.state + " already");
		}
	}

}
