package io.safelight.cli.chaos;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleTests {

	private static final List<String> TARGETS = List.of("upload", "imaging", "gateway");

	private static Schedule of(long seed) {
		return Schedule.of(seed, Duration.ofMinutes(30), TARGETS);
	}

	@Test
	void isTheSameForTheSameSeed() {
		assertThat(of(7)).isEqualTo(of(7)).isNotEqualTo(of(8));
	}

	@Test
	void strikesEveryProcessInEveryWay() {
		List<Strike> strikes = of(7).strikes();
		assertThat(strikes).extracting(Strike::kind).contains(Strike.Kind.values());
		Set<String> struck = strikes.stream()
			.flatMap((strike) -> strike.targets().stream())
			.collect(Collectors.toSet());
		assertThat(struck).containsExactlyInAnyOrderElementsOf(TARGETS);
		assertThat(strikes).anyMatch((strike) -> strike.targets().size() > 1);
	}

	@Test
	void pausesForFiveSecondsToAMinute() {
		assertThat(of(7).strikes()).filteredOn((strike) -> strike.kind() == Strike.Kind.PAUSE)
			.allSatisfy(
					(strike) -> assertThat(strike.length()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(60)));
	}

	@Test
	void letsClocksDifferByFiveMinutesAtMost() {
		assertThat(of(7).strikes())
			.allSatisfy((strike) -> assertThat(strike.offset().abs()).isLessThanOrEqualTo(Duration.ofMinutes(5)));
		assertThat(of(7).strikes()).anyMatch((strike) -> strike.offset().isNegative())
			.anyMatch((strike) -> strike.offset().isPositive());
	}

	@Test
	void endsWithTheLoad() {
		assertThat(of(7).strikes()).allSatisfy((strike) -> assertThat(strike.at()).isLessThan(Duration.ofMinutes(30)));
		assertThat(Arrays.stream(new long[] { 1, 2, 3 }).mapToObj(ScheduleTests::of))
			.allSatisfy((schedule) -> assertThat(schedule.strikes()).hasSizeGreaterThan(80));
	}

}
