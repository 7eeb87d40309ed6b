package io.safelight.cli.chaos;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LagsTests {

	@Test
	void tellsHalfOfAllAndNinetyNineOfAHundred() {
		List<Long> millis = LongStream.rangeClosed(1, 200).boxed().toList();
		assertThat(Lags.of(millis)).isEqualTo(new Lags(200, 100, 198, 200));
	}

	@Test
	void isZeroWhereNothingWasSaid() {
		assertThat(Lags.of(List.of())).isEqualTo(new Lags(0, 0, 0, 0));
	}

}
