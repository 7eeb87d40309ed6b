package io.safelight.cli.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What happens when. The same seed makes the same schedule.
 *
 * @param strikes in the order of their times
 */
record Schedule(List<Strike> strikes) {

	private static final int FIRST_SECONDS = 10;

	private static final int LEAST_GAP_SECONDS = 6;

	private static final int MOST_GAP_SECONDS = 24;

	private static final int LEAST_PAUSE_SECONDS = 5;

	private static final int MOST_PAUSE_SECONDS = 60;

	private static final int MOST_OFFSET_SECONDS = 300;

	static Schedule of(long seed, Duration length, List<String> targets) {
		Random random = new Random(seed);
		List<Strike> strikes = new ArrayList<>();
		int second = FIRST_SECONDS;
		while (second < length.toSeconds()) {
			strikes.add(strike(random, Duration.ofSeconds(second), targets));
			second += between(random, LEAST_GAP_SECONDS, MOST_GAP_SECONDS);
		}
		return new Schedule(List.copyOf(strikes));
	}

	private static Strike strike(Random random, Duration at, List<String> targets) {
		int die = random.nextInt(100);
		Strike.Kind kind = (die < 50) ? Strike.Kind.KILL
				: (die < 75) ? Strike.Kind.PAUSE : (die < 92) ? Strike.Kind.RESTART : Strike.Kind.CLOCK;
		Duration length = switch (kind) {
			case KILL -> Duration.ofMillis(between(random, 0, 5000));
			case PAUSE -> Duration.ofSeconds(between(random, LEAST_PAUSE_SECONDS, MOST_PAUSE_SECONDS));
			case RESTART, CLOCK -> Duration.ZERO;
		};
		return new Strike(at, kind, some(random, targets), length, offset(random));
	}

	/** Mostly one, now and then several at once. */
	private static List<String> some(Random random, List<String> targets) {
		int die = random.nextInt(100);
		int count = (die < 65) ? 1 : (die < 90) ? 2 : 4;
		List<String> shuffled = new ArrayList<>(targets);
		Collections.shuffle(shuffled, random);
		return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
	}

	static Duration offset(Random random) {
		return Duration.ofSeconds(between(random, -MOST_OFFSET_SECONDS, MOST_OFFSET_SECONDS));
	}

	private static int between(Random random, int least, int most) {
		return least + random.nextInt(most - least + 1);
	}

}
