package io.safelight.purchase.money;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.safelight.messaging.Changes;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Table;

/**
 * Books what was sold: the buyer is debited, the contributors and the house are credited.
 */
public final class Ledger {

	public static final Table TABLE = Table.of("safelight-purchase-ledger", "orderId")
		.sortedBy("account")
		.indexedBy("account", "account", "bookedAt");

	private static final String HOUSE = "house";

	private final int contributorPercent;

	/**
	 * A ledger.
	 * @param contributorPercent what contributors get of a price, 0 to 100; fractions of
	 * a minor unit stay with the house
	 */
	public Ledger(int contributorPercent) {
		if (contributorPercent < 0 || contributorPercent > 100) {
			throw new IllegalArgumentException("The contributor's share is 0 to 100 %, not " + contributorPercent);
		}
		this.contributorPercent = contributorPercent;
	}

	/**
	 * The lines of an order, one for each account.
	 * @param sales what was sold, at least one, in one currency
	 */
	public List<LedgerEntry> entries(String orderId, String buyerId, List<Sale> sales, Instant at) {
		Map<String, Long> amounts = new TreeMap<>();
		for (Sale sale : sales) {
			long earned = sale.price().amount() * this.contributorPercent / 100;
			amounts.merge(buyer(buyerId), sale.price().amount(), Math::addExact);
			amounts.merge(contributor(sale.contributorId()), -earned, Math::addExact);
			amounts.merge(HOUSE, earned - sale.price().amount(), Math::addExact);
		}
		String currency = sales.getFirst().price().currency();
		return amounts.entrySet()
			.stream()
			.map((line) -> new LedgerEntry(orderId, line.getKey(), line.getValue(), currency, SortableTime.of(at)))
			.toList();
	}

	/** The account of a contributor. */
	public static String contributor(String contributorId) {
		return "contributor:" + contributorId;
	}

	/** The account of a buyer. */
	public static String buyer(String buyerId) {
		return "buyer:" + buyerId;
	}

	/** The lines as changes: an order is booked once. */
	public static Changes booked(List<LedgerEntry> entries) {
		Stream<Changes> puts = entries.stream().map((entry) -> Changes.none().put(TABLE, entry, Condition.absent()));
		return puts.reduce(Changes.none(), Changes::and);
	}

	/**
	 * One photo that was sold.
	 *
	 * @param contributorId whose it is
	 * @param price for how much
	 */
	public record Sale(String contributorId, Money price) {
	}

}
