package io.safelight.benchmarks.cost;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class PricesTests {

	private final Prices prices = Prices.load();

	@Test
	void costsAMillionWritesAndReads() {
		assertThat(this.prices.cost(Amounts.of("dynamodb.write", 1e6).plus(Amounts.of("dynamodb.read", 2e6))))
			.isEqualTo(0.625 + 2 * 0.125, within(1e-9));
	}

	/** 50 TB at 0.023 and 10 TB at 0.022. */
	@Test
	void takesTheCheaperStepsOfAPrice() {
		assertThat(this.prices.cost("s3.STANDARD.month", 60 * 1024)).isEqualTo(51_200 * 0.023 + 10_240 * 0.022,
				within(1e-6));
	}

	/** The first million at 0.001, the next four at 0.0008, three more at 0.0006. */
	@Test
	void takesEveryStep() {
		assertThat(this.prices.cost("rekognition.image", 8e6)).isEqualTo(1000 + 3200 + 1800, within(1e-6));
	}

	@Test
	void asksNothingForWhatIsOnlyCounted() {
		assertThat(this.prices.cost(Amounts.of("count.messages", 5e6))).isZero();
	}

	@Test
	void refusesWhatHasNoPrice() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.prices.cost("sqs.fair", 1))
			.withMessageContaining("sqs.fair");
	}

	@Test
	void namesAPageForEveryPrice() {
		assertThat(this.prices.prices()).allSatisfy((unit, price) -> {
			assertThat(price.page()).startsWith("https://aws.amazon.com/");
			assertThat(price.per()).isPositive();
			assertThat(price.tiers()).isNotEmpty();
			assertThat(price.tiers().getLast().upTo()).isNull();
			assertThat(price.tiers()).allSatisfy((tier) -> assertThat(tier.usd()).isPositive());
		});
	}

	@Test
	void addsSubtractsAndMultipliesUnitByUnit() {
		Amounts some = new Amounts(Map.of("a", 3.0, "b", 1.0));
		assertThat(some.plus(Amounts.of("b", 2)).times(2)).isEqualTo(new Amounts(Map.of("a", 6.0, "b", 6.0)));
		assertThat(some.minus(Amounts.of("b", 2))).isEqualTo(new Amounts(Map.of("a", 3.0, "b", 0.0)));
	}

}
