package io.safelight.purchase.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.SortableTime;
import io.safelight.purchase.buyer.Erasures;
import io.safelight.purchase.licence.Licence;
import io.safelight.purchase.licence.LicenceState;
import io.safelight.purchase.licence.Licences;
import io.safelight.purchase.message.LicenceIssued;
import io.safelight.purchase.message.OrderPaid;
import io.safelight.purchase.message.PrepareCopy;
import io.safelight.purchase.message.PurchaseTopics;
import io.safelight.purchase.money.Ledger;
import io.safelight.purchase.payment.ChargeResult;
import io.safelight.purchase.payment.Payments;

/**
 * Finishes an accepted order: the charge under the order's id, then one commit with
 * everything that follows from it. A crash in between is mended by doing it again, as the
 * charge is not made twice. Thread-safe.
 */
class SettleOrder {

	/** The licence's terms in force. */
	static final String TERMS = "standard-1";

	private final Orders orders;

	private final Licences licences;

	private final Erasures erasures;

	private final Payments payments;

	private final Ledger ledger;

	private final Committer committer;

	private final Clock clock;

	private final Duration copyPatience;

	SettleOrder(Orders orders, Licences licences, Erasures erasures, Payments payments, Ledger ledger,
			Committer committer, Clock clock, Duration copyPatience) {
		this.orders = orders;
		this.licences = licences;
		this.erasures = erasures;
		this.payments = payments;
		this.ledger = ledger;
		this.committer = committer;
		this.clock = clock;
		this.copyPatience = copyPatience;
	}

	/**
	 * Finishes an order that is placed; one that is finished is answered as it is.
	 * @return the order, paid or refused
	 */
	Order settle(Order order) {
		if (order.state() != OrderState.PLACED) {
			return order;
		}
		if (this.erasures.isErased(order.buyerId())) {
			return unsold(order);
		}
		ChargeResult charge = this.payments.charge(order.orderId(), order.buyerId(), order.total(),
				order.paymentMethod());
		return switch (charge) {
			case ChargeResult.Charged charged -> paid(order, charged.chargeId());
			case ChargeResult.Declined declined -> refused(order, Refusal.of(Refusal.Reason.PAYMENT_DECLINED,
					declined.reason() + " Use another payment method, with a new Idempotency-Key."));
		};
	}

	private Order paid(Order order, String chargeId) {
		Order paid = order.paid(chargeId, this.clock.instant());
		try {
			this.committer.commit(changes(paid));
			return paid;
		}
		catch (ConditionFailedException ex) {
			return afterConflict(order);
		}
	}

	/** A buyer who is to be forgotten gets the money back, if any was taken. */
	private Order unsold(Order order) {
		this.payments.refund(order.orderId());
		return refused(order, Refusal.buyerErased());
	}

	/**
	 * Somebody was quicker: with this very order, or with another one for the same
	 * licence, in which case the money goes back.
	 */
	private Order afterConflict(Order order) {
		Order now = this.orders.find(order.orderId()).orElseThrow();
		Optional<OrderLine> taken = order.lines().stream().filter((line) -> isTaken(line, order.orderId())).findFirst();
		if (now.state() != OrderState.PLACED) {
			return now;
		}
		if (this.erasures.isErased(now.buyerId())) {
			return unsold(now);
		}
		OrderLine line = taken.orElseThrow(() -> new IllegalStateException(
				"Order " + order.orderId() + " could not be committed, though nothing is in its way"));
		this.payments.refund(order.orderId());
		return refused(now, Refusal.alreadyLicensed(line.photoId(), line.size(), line.licenceId()));
	}

	private boolean isTaken(OrderLine line, String orderId) {
		return this.licences.find(line.licenceId()).filter((licence) -> !licence.orderId().equals(orderId)).isPresent();
	}

	private Order refused(Order order, Refusal why) {
		Order refused = order.refused(why);
		try {
			this.committer.commit(Orders.saved(refused));
			return refused;
		}
		catch (ConditionFailedException ex) {
			return this.orders.find(order.orderId()).orElseThrow();
		}
	}

	private Changes changes(Order order) {
		Instant now = this.clock.instant();
		List<Ledger.Sale> sales = order.lines()
			.stream()
			.map((line) -> new Ledger.Sale(line.contributorId(), line.price()))
			.toList();
		Changes changes = Orders.saved(order)
			.and(Erasures.onlyIfKept(order.buyerId()))
			.and(Ledger.booked(this.ledger.entries(order.orderId(), order.buyerId(), sales, now)))
			.publish(OutgoingMessage
				.to(PurchaseTopics.EVENTS, OrderPaid.TYPE, order.orderId(), order.version(), orderPaid(order))
				.onBehalfOf(order.buyerId()));
		for (OrderLine line : order.lines()) {
			changes = changes.and(issued(licence(order, line, now)));
		}
		return changes;
	}

	private static OrderPaid orderPaid(Order order) {
		return new OrderPaid(order.orderId(), order.buyerId(), order.email(),
				order.lines()
					.stream()
					.map((line) -> new OrderPaid.Line(line.photoId(), line.title(), line.size(), line.price()))
					.toList(),
				order.total());
	}

	private Licence licence(Order order, OrderLine line, Instant now) {
		return new Licence(line.licenceId(), 1, order.orderId(), order.buyerId(), line.contributorId(), line.photoId(),
				line.title(), line.size(), line.width(), line.height(), line.price(), TERMS, SortableTime.of(now),
				line.source(), LicenceState.PREPARING, null, null, Licence.COPYING,
				SortableTime.of(now.plus(this.copyPatience)));
	}

	private static Changes issued(Licence licence) {
		return Licences.saved(licence)
			.publish(OutgoingMessage
				.to(PurchaseTopics.EVENTS, LicenceIssued.TYPE, licence.licenceId(), licence.version(),
						new LicenceIssued(licence.licenceId(), licence.orderId(), licence.buyerId(), licence.photoId(),
								licence.size(), licence.terms()))
				.onBehalfOf(licence.buyerId()))
			.publish(OutgoingMessage
				.to(PurchaseTopics.COMMANDS, PrepareCopy.TYPE, licence.licenceId(), licence.version(),
						new PrepareCopy(licence.licenceId()))
				.onBehalfOf(licence.buyerId()));
	}

}
