package io.safelight.purchase.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.safelight.messaging.Committer;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.purchase.buyer.Erasures;

/**
 * Accepts an order: fixes what is bought at which price, durably, and then settles it.
 * The same key of the same buyer is the same order, whatever crashed in between.
 * Thread-safe.
 */
class PlaceOrder {

	/** Longer than a request that is still at it. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Orders orders;

	private final Erasures erasures;

	private final Quotes quotes;

	private final SettleOrder settle;

	private final Committer committer;

	private final Clock clock;

	PlaceOrder(Orders orders, Erasures erasures, Quotes quotes, SettleOrder settle, Committer committer, Clock clock) {
		this.orders = orders;
		this.erasures = erasures;
		this.quotes = quotes;
		this.settle = settle;
		this.committer = committer;
		this.clock = clock;
	}

	/**
	 * Places an order, or finds the one that this key stands for.
	 * @param buyer who buys
	 * @param key the idempotency key
	 * @param request what is asked for
	 */
	PlaceOrderResult place(Buyer buyer, String key, OrderRequest request) {
		String orderId = DerivedId.of("order", buyer.userId(), key);
		Optional<Order> earlier = this.orders.find(orderId);
		if (earlier.isPresent()) {
			return again(earlier.get(), request);
		}
		try {
			return first(orderId, buyer, request);
		}
		catch (RefusedException ex) {
			// A request with the same key may have bought meanwhile what is refused now.
			return this.orders.find(orderId)
				.map((order) -> again(order, request))
				.orElseGet(() -> new PlaceOrderResult.Refused(ex.refusal()));
		}
	}

	private PlaceOrderResult first(String orderId, Buyer buyer, OrderRequest request) {
		if (this.erasures.isErased(buyer.userId())) {
			throw new RefusedException(Refusal.buyerErased());
		}
		Quote quote = this.quotes.quote(orderId, buyer.userId(), request);
		Instant now = this.clock.instant();
		Order order = Order.placed(orderId, buyer, request.fingerprint(), quote, request.method(), now,
				now.plus(PATIENCE));
		try {
			this.committer.commit(Orders.saved(order).and(Erasures.onlyIfKept(buyer.userId())));
		}
		catch (ConditionFailedException ex) {
			return again(this.orders.find(orderId).orElseThrow(() -> new RefusedException(Refusal.buyerErased())),
					request);
		}
		return result(this.settle.settle(order), true);
	}

	private PlaceOrderResult again(Order order, OrderRequest request) {
		if (!order.fingerprint().equals(request.fingerprint())) {
			return new PlaceOrderResult.Refused(Refusal.of(Refusal.Reason.KEY_REUSED,
					"This Idempotency-Key stands for another order. Use a new key for a new order."));
		}
		return result(this.settle.settle(order), false);
	}

	private static PlaceOrderResult result(Order order, boolean first) {
		return (order.refusal() != null) ? new PlaceOrderResult.Refused(order.refusal())
				: new PlaceOrderResult.Done(order, first);
	}

}
