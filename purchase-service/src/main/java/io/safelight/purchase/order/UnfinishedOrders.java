package io.safelight.purchase.order;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes orders that a crash or a payment provider's silence left behind. One pass is
 * one call; the timer is outside.
 */
public class UnfinishedOrders {

	private static final Logger log = LoggerFactory.getLogger(UnfinishedOrders.class);

	private final Orders orders;

	private final SettleOrder settle;

	private final Clock clock;

	UnfinishedOrders(Orders orders, SettleOrder settle, Clock clock) {
		this.orders = orders;
		this.settle = settle;
		this.clock = clock;
	}

	/**
	 * One pass.
	 * @return how many orders were looked after
	 */
	public int sweep() {
		var due = this.orders.due(this.clock.instant());
		due.forEach(this::finish);
		return due.size();
	}

	/**
	 * The index may show what was finished since: the table is asked. An order that makes
	 * trouble must not keep the others waiting.
	 */
	private void finish(Order order) {
		try {
			this.orders.find(order.orderId()).ifPresent(this.settle::settle);
		}
		catch (RuntimeException ex) {
			log.warn("Order {} is still not finished: {}", order.orderId(), ex.toString());
		}
	}

}
