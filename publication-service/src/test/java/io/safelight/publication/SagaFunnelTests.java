package io.safelight.publication;

import java.time.Duration;

import io.safelight.messaging.test.MutableClock;
import io.safelight.publication.SagaFunnel.AtStep;
import io.safelight.publication.SagaFunnel.Endings;
import io.safelight.publication.saga.PublicationState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SagaFunnelTests {

	private final FixedRun run = new FixedRun();

	private final MutableClock clock = new MutableClock();

	private final SagaFunnel funnel = new SagaFunnel(this.run.publications, this.run.sagaMeters, this.clock);

	private long analysing() {
		return this.funnel.now()
			.steps()
			.stream()
			.filter((step) -> step.state() == PublicationState.ANALYSING)
			.mapToLong(AtStep::count)
			.sum();
	}

	@Test
	void countsWhatIsUnderWayByStep() {
		this.run.upload("p-1");
		this.run.upload("p-2");
		assertThat(analysing()).isEqualTo(2);
		assertThat(this.funnel.now().steps()).extracting(AtStep::state)
			.doesNotContain(PublicationState.PUBLISHED, PublicationState.REJECTED, PublicationState.FAILED);
		assertThat(this.funnel.now().endings()).extracting(Endings::count).containsOnly(0L);
	}

	@Test
	void readsEverythingOnlyEveryFewSecondsHoweverManyLook() {
		this.run.upload("p-1");
		assertThat(analysing()).isEqualTo(1);
		this.run.upload("p-2");
		this.clock.advance(Duration.ofSeconds(4));
		assertThat(analysing()).isEqualTo(1);
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(analysing()).isEqualTo(2);
	}

}
