package io.safelight.catalog.photo;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.safelight.catalog.Money;
import io.safelight.catalog.message.Offer;
import io.safelight.catalog.message.Offer.SaleFile;
import io.safelight.catalog.message.StoredFile;

/**
 * What each size costs.
 *
 * @param currency ISO 4217
 * @param amounts for each size its price in minor units
 */
public record PriceList(String currency, Map<String, Long> amounts) {

	public PriceList {
		amounts = Map.copyOf(amounts);
	}

	public Set<String> sizes() {
		return this.amounts.keySet();
	}

	/** Offers for those sizes that have a price, in the order of the files. */
	List<Offer> offers(List<StoredFile> saleSizes) {
		return saleSizes.stream().filter((file) -> this.amounts.containsKey(file.name())).map(this::offer).toList();
	}

	private Offer offer(StoredFile file) {
		long amount = this.amounts.getOrDefault(file.name(), 0L);
		return new Offer(file.name(), file.width(), file.height(), file.bytes(), new Money(amount, this.currency),
				new SaleFile(file.bucket(), file.key(), file.sha256()));
	}

}
