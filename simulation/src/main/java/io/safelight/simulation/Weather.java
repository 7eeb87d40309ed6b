package io.safelight.simulation;

import java.util.random.RandomGenerator;

/**
 * How bad it is in a run.
 *
 * @param faults of 10,000 calls, how many go wrong
 * @param crashes of 100 faults, how many kill the process
 * @param pauses of 100 faults, how many make it stand still
 * @param duplicates of 100 deliveries, how many come more than once
 * @param delays of 100 deliveries, how many are late
 * @param meanwhile of 1,000 calls, during how many something else happens
 * @param skew the most that a process's clock is wrong, in milliseconds
 * @param lag the most that an index lags behind its table, in milliseconds
 */
public record Weather(int faults, int crashes, int pauses, int duplicates, int delays, int meanwhile, long skew,
		long lag) {

	/** Nothing ever goes wrong. */
	public static final Weather FINE = new Weather(0, 0, 0, 0, 0, 0, 0, 0);

	private static final long FIVE_MINUTES = 300_000;

	private static final long HALF_A_MINUTE = 30_000;

	/** Every seed has its own. */
	static Weather of(RandomGenerator random) {
		int[] mild = { 0, 20, 60, 150, 400 };
		return new Weather(mild[random.nextInt(mild.length)], random.nextInt(60), random.nextInt(10),
				random.nextInt(30), random.nextInt(20), random.nextInt(40), random.nextBoolean() ? FIVE_MINUTES : 0,
				random.nextBoolean() ? HALF_A_MINUTE : 0);
	}

}
