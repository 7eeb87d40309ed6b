package io.safelight.purchase.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.Store;
import io.safelight.purchase.money.Division;
import io.safelight.purchase.money.Ledger;
import io.safelight.purchase.money.LedgerEntry;
import io.safelight.purchase.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was sold of a photographer's photos. What they have earned is the fold of their
 * account in the ledger, and nothing else; what was sold for it stands in the orders. Who
 * bought is left out. Thread-safe.
 */
class Sales {

	private static final int LEDGER_PAGE = 500;

	private static final int MONTH = "2026-11".length();

	private final Store store;

	private final Orders orders;

	Sales(Store store, Orders orders) {
		this.store = store;
		this.orders = orders;
	}

	/**
	 * Photos that were sold, newest first.
	 * @param contributorId whose photos
	 * @param limit the most orders; each may have several of these photos
	 * @param cursor where the last page ended, or null
	 */
	Page<Sale> of(String contributorId, int limit, @Nullable String cursor) {
		Page<LedgerEntry> entries = entries(contributorId, limit, cursor);
		return new Page<>(entries.items().stream().flatMap((entry) -> sales(contributorId, entry).stream()).toList(),
				entries.cursor());
	}

	/** What was earned, by currency. */
	List<Earned> earned(String contributorId) {
		Map<String, Map<String, Earned.Month>> currencies = new TreeMap<>();
		each(contributorId, (entry) -> currencies.computeIfAbsent(entry.currency(), (none) -> new TreeMap<>())
			.merge(entry.bookedAt().substring(0, MONTH), Earned.Month.of(entry), Earned.Month::plus));
		return currencies.entrySet()
			.stream()
			.map((entry) -> Earned.of(entry.getKey(), List.copyOf(entry.getValue().values())))
			.toList();
	}

	private void each(String contributorId, Consumer<LedgerEntry> consumer) {
		String cursor = null;
		do {
			Page<LedgerEntry> page = entries(contributorId, LEDGER_PAGE, cursor);
			page.items().forEach(consumer);
			cursor = page.cursor();
		}
		while (cursor != null);
	}

	private Page<LedgerEntry> entries(String contributorId, int limit, @Nullable String cursor) {
		Query account = Query.of(Ledger.TABLE, "account", Ledger.contributor(contributorId));
		return this.store.query(account.newestFirst().limit(limit).after(cursor), LedgerEntry.class);
	}

	private List<Sale> sales(String contributorId, LedgerEntry entry) {
		Optional<Order> order = this.orders.find(entry.orderId());
		List<OrderLine> lines = order.map(Order::lines)
			.orElse(List.of())
			.stream()
			.filter((line) -> line.contributorId().equals(contributorId))
			.toList();
		// The ledger has one line for all of them.
		List<Money> shares = Division.of(earned(entry), lines.stream().map((line) -> line.price().amount()).toList());
		return IntStream.range(0, lines.size())
			.mapToObj((i) -> Sale.of(lines.get(i), shares.get(i), entry.bookedAt()))
			.toList();
	}

	/** A credit is negative. */
	private static Money earned(LedgerEntry entry) {
		return new Money(-entry.amount(), entry.currency());
	}

	/**
	 * A photo that was sold.
	 *
	 * @param photoId the photo
	 * @param title its title when it was bought
	 * @param size the size
	 * @param price what the buyer paid for it, or its part of the price of a pack
	 * @param earned what the photographer got of that
	 * @param inPack whether it was bought in a pack
	 * @param soldAt when
	 */
	record Sale(String photoId, String title, String size, Money price, Money earned, boolean inPack, String soldAt) {

		private static Sale of(OrderLine line, Money earned, String soldAt) {
			return new Sale(line.photoId(), line.title(), line.size(), line.price(), earned, line.packId() != null,
					soldAt);
		}

	}

	/**
	 * What was earned in a currency.
	 *
	 * @param total all of it
	 * @param orders how many orders it comes from
	 * @param months the same month by month, the oldest first; months without a sale are
	 * left out
	 */
	record Earned(Money total, long orders, List<Month> months) {

		private static Earned of(String currency, List<Month> months) {
			long total = months.stream().mapToLong((month) -> month.earned().amount()).sum();
			return new Earned(new Money(total, currency), months.stream().mapToLong(Month::orders).sum(), months);
		}

		/**
		 * A month.
		 *
		 * @param month such as 2026-11, in UTC
		 * @param earned what was earned in it
		 * @param orders how many orders that comes from
		 */
		record Month(String month, Money earned, long orders) {

			private static Month of(LedgerEntry entry) {
				return new Month(entry.bookedAt().substring(0, MONTH), Sales.earned(entry), 1);
			}

			private Month plus(Month other) {
				return new Month(this.month, this.earned.plus(other.earned), this.orders + other.orders);
			}

		}

	}

}
