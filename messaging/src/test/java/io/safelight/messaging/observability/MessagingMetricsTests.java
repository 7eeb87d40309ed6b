package io.safelight.messaging.observability;

import java.time.Duration;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.safelight.messaging.MutableClock;
import io.safelight.messaging.inbox.Handling;
import io.safelight.messaging.outbox.OutboxBacklog;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessagingMetricsTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final MutableClock clock = new MutableClock();

	private final MessagingMetrics metrics = new MessagingMetrics(this.meters, "imaging", this.clock);

	@Test
	void countsWhatWasHandledByItsOutcome() {
		this.metrics.handled("photo-listed.v1", Handling.HANDLED, Duration.ofMillis(20));
		this.metrics.handled("photo-listed.v1", Handling.DUPLICATE, Duration.ofMillis(40));
		this.metrics.failed("photo-listed.v1");
		assertThat(this.meters
			.counter("event.handled", "consumer", "imaging", "type", "photo-listed.v1", "outcome", "duplicate")
			.count()).isOne();
		assertThat(this.meters
			.counter("event.handled", "consumer", "imaging", "type", "photo-listed.v1", "outcome", "retry")
			.count()).isOne();
		assertThat(this.meters.get("event.age").timer().count()).isEqualTo(2);
	}

	@Test
	void tellsHowMuchWaitsToBeSent() {
		this.metrics.outbox(new OutboxBacklog(7, Duration.ofSeconds(90)));
		assertThat(this.meters.get("outbox.pending").gauge().value()).isEqualTo(7);
		assertThat(this.meters.get("outbox.oldest.age").gauge().value()).isEqualTo(90);
	}

	@Test
	void neverTellsANegativeAge() {
		long later = this.clock.instant().plusSeconds(5).toEpochMilli();
		assertThat(this.metrics.since(later)).isZero();
	}

}
