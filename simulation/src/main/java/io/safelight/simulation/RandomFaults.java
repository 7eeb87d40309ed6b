package io.safelight.simulation;

import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;

/**
 * Faults by chance, as often as the weather wants them.
 */
final class RandomFaults implements Faults {

	private final SplittableRandom random;

	private final Weather weather;

	RandomFaults(SplittableRandom random, Weather weather) {
		this.random = random;
		this.weather = weather;
	}

	@Override
	public @Nullable Fault at(Process process, String operation) {
		if (this.weather.faults() == 0 || process.activity().endsWith("-metrics")
				|| this.random.nextInt(10_000) >= this.weather.faults()) {
			return null;
		}
		int dice = this.random.nextInt(100);
		if (dice < this.weather.crashes()) {
			return this.random.nextBoolean() ? Fault.CRASH_BEFORE : Fault.CRASH_AFTER;
		}
		if (dice < this.weather.crashes() + this.weather.pauses()) {
			return this.random.nextBoolean() ? Fault.PAUSE : Fault.FAIL_LATE;
		}
		return switch (this.random.nextInt(3)) {
			case 0 -> Fault.FAIL_BEFORE;
			case 1 -> Fault.FAIL_AFTER;
			default -> operation.equals("store.commit") ? Fault.CONFLICT : Fault.FAIL_BEFORE;
		};
	}

}
