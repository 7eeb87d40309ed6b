package io.safelight.simulation;

import java.util.EnumSet;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Many runs in weather of all kinds. {@code -Dseeds=50000} tries more of them,
 * {@code -Dseed=17} only that one, and tells its whole story.
 */
class SeedsTests {

	private static final int SAGAS = 20;

	private static final int WHOLE_STORY = 100_000;

	/**
	 * F1 to F9, F24, F26, F27, F29 and, with F10's three days, everything that is late.
	 */
	@Test
	void keepsEveryPromiseWhateverGoesWrong() {
		assumeThat(System.getProperty("seed", "")).isEmpty();
		long seeds = Long.getLong("seeds", 300);
		Queue<String> broken = new ConcurrentLinkedQueue<>();
		long begun = System.nanoTime();
		long events = LongStream.range(0, seeds).parallel().map((seed) -> {
			Verdict verdict = run(seed, Simulation.TOLD);
			if (!verdict.isGood()) {
				broken.add(verdict.report());
			}
			return verdict.events();
		}).sum();
		System.out.printf("%d seeds x %d sagas: %,d events in %d s, %d of them broken%n", seeds, SAGAS, events,
				(System.nanoTime() - begun) / 1_000_000_000, broken.size());
		assertThat(broken).isEmpty();
	}

	@Test
	void replaysASeedExactly() {
		Verdict first = run(4711, 0);
		Verdict second = run(4711, Simulation.TOLD);
		assertThat(second.story().hash()).isEqualTo(first.story().hash());
		assertThat(second.events()).isEqualTo(first.events());
	}

	@Test
	void tellsTheStoryOfOneSeed() {
		String seed = System.getProperty("seed", "");
		assumeThat(seed).isNotEmpty();
		Verdict verdict = run(Long.parseLong(seed), WHOLE_STORY);
		System.out.println(verdict.story().tail(WHOLE_STORY));
		assertThat(verdict.wrong()).isEmpty();
	}

	private static Verdict run(long seed, int told) {
		return Simulation.run(seed, SAGAS, EnumSet.noneOf(Bug.class), told);
	}

}
