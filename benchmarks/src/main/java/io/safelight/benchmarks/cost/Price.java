package io.safelight.benchmarks.cost;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a unit costs in a month.
 *
 * @param per how many units the figures are for
 * @param tiers the figures, the cheaper ones last
 * @param page AWS's page with the price
 * @param checked where and when the figure was seen; null if it is from memory
 */
record Price(double per, List<Tier> tiers, String page, @Nullable String checked) {

	/** US dollars for so many units in one month, without any free tier. */
	double cost(double amount) {
		double cost = 0;
		double from = 0;
		for (Tier tier : this.tiers) {
			double upTo = (tier.upTo() != null) ? Math.min(amount, tier.upTo()) : amount;
			cost += Math.max(0, upTo - from) * tier.usd() / this.per;
			from = Math.max(from, upTo);
		}
		return cost;
	}

	/**
	 * A step of a price.
	 *
	 * @param upTo units up to which it holds; null for all
	 * @param usd US dollars
	 */
	record Tier(@Nullable Double upTo, double usd) {
	}

}
