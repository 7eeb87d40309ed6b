package io.safelight.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.safelight.publication.saga.PublicationState;

/**
 * How many photos are at each step of the saga now, for people who look at it. Counting
 * reads everything that is under way, so it is done at most every few seconds, however
 * many look. Thread-safe.
 */
public class SagaFunnel {

	private static final Duration COUNTED_EVERY = Duration.ofSeconds(5);

	private final Publications publications;

	private final SagaMeters meters;

	private final Clock clock;

	private Instant countedAt = Instant.MIN;

	private Map<PublicationState, Long> counts = Map.of();

	SagaFunnel(Publications publications, SagaMeters meters, Clock clock) {
		this.publications = publications;
		this.meters = meters;
		this.clock = clock;
	}

	/** How it stands, at most five seconds old. */
	public synchronized Standing now() {
		Instant now = this.clock.instant();
		if (this.countedAt.isBefore(now.minus(COUNTED_EVERY))) {
			this.counts = this.publications.active();
			this.countedAt = now;
		}
		List<AtStep> steps = Arrays.stream(PublicationState.values())
			.filter((state) -> !state.isFinal())
			.map((state) -> new AtStep(state, this.counts.getOrDefault(state, 0L)))
			.toList();
		return new Standing(this.countedAt, steps, this.meters.stuck(), this.meters.overdue(), this.meters.endings());
	}

	/**
	 * How the saga stands.
	 *
	 * @param countedAt when it was counted
	 * @param steps how many are at each step and wait for something
	 * @param stuck how many need a person, as of the last sweep of this instance
	 * @param overdue how many are late, as of the last sweep of this instance
	 * @param endings how it ended for those that this instance took to their end
	 */
	public record Standing(Instant countedAt, List<AtStep> steps, long stuck, long overdue, List<Endings> endings) {
	}

	/**
	 * How many are at a step.
	 *
	 * @param state the step
	 * @param count how many
	 */
	public record AtStep(PublicationState state, long count) {
	}

	/**
	 * Those that ended in one way.
	 *
	 * @param state the end
	 * @param count how many
	 * @param meanSeconds how long it took from the upload on, on average
	 * @param slowestSeconds the longest of the last minutes
	 */
	public record Endings(PublicationState state, long count, double meanSeconds, double slowestSeconds) {
	}

}
