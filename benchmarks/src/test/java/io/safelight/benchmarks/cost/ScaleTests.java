package io.safelight.benchmarks.cost;

import java.time.Instant;
import java.util.Map;

import io.safelight.benchmarks.cost.Measured.Portion;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

class ScaleTests {

	private static final double GIGABYTE = 1L << 30;

	/** Ten megabytes for sale, two analyses and one of properties, a second of work. */
	private static final Measured MEASURED = new Measured(Instant.EPOCH, Map.of(),
			new Portion(1, Amounts.NONE,
					new Amounts(Map.of("rekognition.image", 2.0, "rekognition.properties", 1.0, "sqs.standard", 10.0)),
					Amounts.of("s3.GLACIER_IR.month", 10e6), 1),
			new Portion(1, Amounts.NONE, Amounts.NONE, Amounts.NONE, 0),
			new Portion(1, Amounts.NONE, Amounts.of("transfer.out", 1 << 20), Amounts.NONE, 0), Amounts.NONE, 0);

	private final Prices prices = Prices.load();

	private Map<String, Double> bill(double photos, double buyers, Choices choices) {
		return new Scale(photos, buyers).bill(this.prices, MEASURED, choices);
	}

	/** A dollar for each buyer, or three in all. */
	@Test
	void paysForAKeyOfEachBuyerOrForOneOfAll() {
		assertThat(bill(1000, 1000, Choices.asMeasured())).contains(entry("keys", 1002.0));
		assertThat(bill(1000, 1000, Choices.proposed()).getOrDefault("keys", 0.0)).isEqualTo(3, within(0.01));
	}

	/** 2 % of 100,000 are new: 4,000 analyses of labels and 2,000 of properties. */
	@Test
	void analysesWhatIsNew() {
		assertThat(bill(1e5, 20, Choices.asMeasured()).getOrDefault("analysis", 0.0)).isEqualTo(4 + 1.5, within(1e-6));
		assertThat(bill(1e5, 20, Choices.proposed()).getOrDefault("analysis", 0.0)).isEqualTo(4, within(1e-6));
	}

	@Test
	void storesWhatIsForSaleWhereItIsSeldomRead() {
		assertThat(bill(1e5, 20, Choices.asMeasured()).getOrDefault("stored", 0.0)).isEqualTo(1e12 / GIGABYTE * 0.004,
				within(1e-6));
		assertThat(bill(1e5, 20, new Choices(false, false, true, 1)).getOrDefault("stored", 0.0))
			.isEqualTo(1e12 / GIGABYTE * 0.023, within(1e-6));
	}

	/** 100 for each of 1,000 buyers and 10 for each of 10,000 photos, a MiB each. */
	@Test
	void transfersWhatIsLookedAt() {
		assertThat(bill(1e4, 1e3, Choices.asMeasured()).getOrDefault("transfer", 0.0))
			.isEqualTo(200_000 / 1024.0 * 0.085, within(1e-6));
	}

	/** A node has 5.256 M processor seconds a month, of which half are used: 2.628 M. */
	@Test
	void addsNodesForWork() {
		assertThat(Deployment.of(20e6, 0).nodes()).isEqualTo(8);
		assertThat(Deployment.of(1, 0).nodes()).isEqualTo(3);
	}

}
