package io.safelight.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.safelight.publication.saga.Publication;
import io.safelight.publication.saga.PublicationState;
import io.safelight.publication.saga.SagaDecision;

/**
 * What operators see of the saga: {@code saga.active} by step, {@code saga.stuck} (a
 * person has to look), {@code saga.overdue} (past the deadline by a minute and still not
 * handled: nobody sweeps), {@code saga.timeouts}, {@code saga.compensated} by the step
 * that was given up, and {@code saga.duration} by outcome. What is counted when it is
 * decided is counted again if the commit was refused and the decision made anew.
 * Thread-safe.
 */
class SagaMeters {

	private final MeterRegistry meters;

	private final AtomicLong overdue = new AtomicLong();

	private final AtomicLong stuck = new AtomicLong();

	private final Map<PublicationState, AtomicLong> active = new EnumMap<>(PublicationState.class);

	SagaMeters(MeterRegistry meters) {
		this.meters = meters;
		Gauge.builder("saga.overdue", this.overdue::get).register(meters);
		Gauge.builder("saga.stuck", this.stuck::get).register(meters);
		for (PublicationState state : PublicationState.values()) {
			if (!state.isFinal()) {
				AtomicLong count = new AtomicLong();
				this.active.put(state, count);
				Gauge.builder("saga.active", count::get).tag("step", name(state)).register(meters);
			}
			else {
				meters.timer("saga.duration", "outcome", name(state));
			}
		}
		meters.counter("saga.timeouts");
	}

	/** What is late, and what does not get on by itself. */
	void late(long overdueNow, long stuckNow) {
		this.overdue.set(overdueNow);
		this.stuck.set(stuckNow);
	}

	/** How many are at each step. */
	void active(Map<PublicationState, Long> counts) {
		this.active.forEach((state, count) -> count.set(counts.getOrDefault(state, 0L)));
	}

	long stuck() {
		return this.stuck.get();
	}

	long overdue() {
		return this.overdue.get();
	}

	/** How it ended for those that this instance took to their end. */
	List<SagaFunnel.Endings> endings() {
		return Arrays.stream(PublicationState.values()).filter(PublicationState::isFinal).map(this::endings).toList();
	}

	private SagaFunnel.Endings endings(PublicationState end) {
		Timer timer = this.meters.find("saga.duration").tag("outcome", name(end)).timer();
		return (timer == null) ? new SagaFunnel.Endings(end, 0, 0, 0)
				: new SagaFunnel.Endings(end, timer.count(), timer.mean(TimeUnit.SECONDS), timer.max(TimeUnit.SECONDS));
	}

	void timedOut() {
		this.meters.counter("saga.timeouts").increment();
	}

	/**
	 * What was decided about a publication.
	 * @param before as it was
	 * @param decision what follows
	 * @param now the time
	 */
	void decided(Publication before, SagaDecision decision, Instant now) {
		if (decision instanceof SagaDecision.Finish finish) {
			this.meters.timer("saga.duration", "outcome", name(finish.publication().state()))
				.record(Duration.between(before.photo().uploadedAt(), now));
		}
		boolean begins = before.state() != decision.publication().state()
				&& decision.publication().state() == PublicationState.COMPENSATING;
		if (begins) {
			this.meters.counter("saga.compensated", "step", name(before.state())).increment();
		}
	}

	private static String name(PublicationState state) {
		return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
