package io.safelight.purchase.money;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MoneyTests {

	@Test
	void addsUpInOneCurrency() {
		assertThat(new Money(5, "EUR").plus(new Money(7, "EUR"))).isEqualTo(new Money(12, "EUR"));
	}

	@Test
	void doesNotAddUpInTwo() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Money(5, "EUR").plus(new Money(7, "USD")));
	}

	@Test
	void doesNotOverflow() {
		assertThatExceptionOfType(ArithmeticException.class)
			.isThrownBy(() -> new Money(Long.MAX_VALUE, "EUR").plus(new Money(1, "EUR")));
	}

	@Test
	void isNeitherNegativeNorWithoutCurrency() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Money(-1, "EUR"));
		assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, "euro"));
	}

}
