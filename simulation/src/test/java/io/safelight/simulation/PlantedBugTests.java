package io.safelight.simulation;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A simulator that finds nothing proves nothing: classic mistakes are planted, and the
 * judge has to find each of them soon, in a run that is good without it.
 */
class PlantedBugTests {

	private static final int SOON = 40;

	private static final int SAGAS = 12;

	@ParameterizedTest
	@EnumSource(Bug.class)
	void findsTheMistake(Bug bug) {
		List<Long> found = LongStream.range(0, SOON)
			.filter((seed) -> !run(seed, EnumSet.of(bug)) && run(seed, EnumSet.noneOf(Bug.class)))
			.limit(1)
			.boxed()
			.toList();
		System.out.println(bug + " is found by seed " + found);
		assertThat(found).isNotEmpty();
	}

	private static boolean run(long seed, EnumSet<Bug> bugs) {
		return Simulation.run(seed, SAGAS, bugs, 0).isGood();
	}

}
