package io.safelight.purchase.order;

import java.util.List;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Key;
import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.Store;
import io.safelight.purchase.money.Ledger;
import io.safelight.purchase.money.LedgerEntry;

/**
 * Frees orders and their lines in the ledger of their buyer's name and address; sums and
 * what was sold stay. Doing it again changes nothing. Thread-safe.
 */
public class ForgetOrders {

	private static final int PAGE = 50;

	private final Orders orders;

	private final SettleOrder settle;

	private final Store store;

	private final Committer committer;

	ForgetOrders(Orders orders, SettleOrder settle, Store store, Committer committer) {
		this.orders = orders;
		this.settle = settle;
		this.store = store;
		this.committer = committer;
	}

	/**
	 * Forgets a buyer's orders. One that is not finished is refused first, as its buyer
	 * is erased.
	 * @param buyerId the buyer
	 * @param pseudonym what stands in the buyer's place
	 * @return how many orders there were
	 * @throws io.safelight.messaging.store.ConditionFailedException if one of them has
	 * changed meanwhile: the same call may be made again
	 */
	public long forget(String buyerId, String pseudonym) {
		long forgotten = 0;
		String cursor = null;
		do {
			Page<Order> page = this.orders.of(buyerId, PAGE, cursor);
			for (Order seen : page.items()) {
				forgotten += forget(seen, buyerId, pseudonym);
			}
			cursor = page.cursor();
		}
		while (cursor != null);
		return forgotten;
	}

	/** The index may show an order that was forgotten since: the table is asked. */
	private long forget(Order seen, String buyerId, String pseudonym) {
		Order order = this.orders.find(seen.orderId()).orElseThrow();
		if (!order.buyerId().equals(buyerId)) {
			return 0;
		}
		Order finished = this.settle.settle(order);
		Changes changes = Orders.saved(finished.anonymised(pseudonym));
		for (LedgerEntry line : lines(finished, buyerId)) {
			changes = changes.delete(Ledger.TABLE, new Key(line.orderId(), line.account()), Condition.present())
				.put(Ledger.TABLE, new LedgerEntry(line.orderId(), Ledger.buyer(pseudonym), line.amount(),
						line.currency(), line.bookedAt()), Condition.absent());
		}
		this.committer.commit(changes);
		return 1;
	}

	private List<LedgerEntry> lines(Order order, String buyerId) {
		return this.store.query(Query.of(Ledger.TABLE, order.orderId()), LedgerEntry.class)
			.items()
			.stream()
			.filter((line) -> line.account().equals(Ledger.buyer(buyerId)))
			.toList();
	}

}
