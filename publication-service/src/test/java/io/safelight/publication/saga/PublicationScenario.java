package io.safelight.publication.saga;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Given a publication, when it hears something, then something follows.
 */
final class PublicationScenario {

	private final PublicationSaga saga = new PublicationSaga(PublicationFixtures.RULES);

	private Publication publication;

	private @Nullable SagaDecision decision;

	private PublicationScenario(Publication publication) {
		this.publication = publication;
	}

	static PublicationScenario given(Publication publication) {
		return new PublicationScenario(publication);
	}

	PublicationScenario when(SagaMessage... messages) {
		for (SagaMessage message : messages) {
			this.decision = this.saga.decide(this.publication, message, PublicationFixtures.NOW);
			this.publication = this.decision.publication();
		}
		return this;
	}

	PublicationScenario thenItIs(PublicationState state) {
		assertThat(this.publication.state()).isEqualTo(state);
		return this;
	}

	PublicationScenario becauseOf(Class<? extends SagaDecision> kind) {
		assertThat(decision()).isInstanceOf(kind);
		return this;
	}

	/** The types of all messages of the last decision, in order. */
	PublicationScenario saying(String... types) {
		assertThat(decision().messages()).extracting(Outgoing::type)
			.containsExactlyElementsOf(Arrays.stream(types).map((type) -> type + ".v1").toList());
		return this;
	}

	PublicationScenario sayingNothing() {
		return saying(new String[0]);
	}

	PublicationScenario saying(Outgoing... messages) {
		assertThat(decision().messages()).containsExactly(messages);
		return this;
	}

	PublicationScenario atTry(int epoch) {
		assertThat(this.publication.step().epoch()).isEqualTo(epoch);
		return this;
	}

	PublicationScenario waitingFor(Duration time) {
		assertThat(this.publication.step().deadline()).isEqualTo(PublicationFixtures.NOW.plus(time));
		return this;
	}

	PublicationScenario waitingForNothing() {
		assertThat(this.publication.step().deadline()).isNull();
		return this;
	}

	PublicationScenario noting(String words) {
		assertThat(decision().note()).contains(words);
		return this;
	}

	PublicationScenario withReasons(RejectionCode... codes) {
		List<String> names = Arrays.stream(codes).map(RejectionCode::wireName).toList();
		assertThat(this.publication.ending().reasons()).extracting(Reason::code).containsExactlyElementsOf(names);
		return this;
	}

	private SagaDecision decision() {
		SagaDecision last = this.decision;
		assertThat(last).as("something was heard").isNotNull();
		return java.util.Objects.requireNonNull(last);
	}

}
