package io.safelight.messaging.test;

import io.safelight.messaging.OutgoingMessage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GoldenSamplesTests {

	private static final String TYPE = "photo-withdrawn.v1";

	private static final String TOPIC = "safelight-catalog-events";

	private static OutgoingMessage withdrawn(Object data) {
		String photoId = GoldenSamples.envelope(TYPE).metadata().aggregateId();
		return OutgoingMessage.to(TOPIC, TYPE, photoId, 3, data)
			.onBehalfOf(GoldenSamples.envelope(TYPE).metadata().tenant());
	}

	private static void assertNotSaid(OutgoingMessage said) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> GoldenSamples.assertSaid(said, TYPE, TOPIC));
	}

	@Test
	void readsASample() {
		assertThat(GoldenSamples.envelope(TYPE).type()).hasToString(TYPE);
		assertThat(GoldenSamples.context(TYPE).id()).isEqualTo(GoldenSamples.envelope(TYPE).id());
	}

	@Test
	void saysWhichSampleIsMissing() {
		assertThatIllegalArgumentException().isThrownBy(() -> GoldenSamples.envelope("photo-eaten.v1"))
			.withMessageContaining("photo-eaten.v1");
	}

	@Test
	void lendsNoSampleThatATestCouldSpoil() {
		GoldenSamples.data(TYPE).removeAll();
		assertThat(GoldenSamples.data(TYPE).isEmpty()).isFalse();
	}

	@Test
	void acceptsWhatTheSampleSays() {
		GoldenSamples.assertSaid(withdrawn(GoldenSamples.data(TYPE)), TYPE, TOPIC);
	}

	@Test
	void refusesAFieldTooManyTooFewOrOfAnotherType() {
		ObjectNode data = GoldenSamples.data(TYPE);
		assertNotSaid(withdrawn(data.deepCopy().put("more", 1)));
		assertNotSaid(withdrawn(data.deepCopy().without("photoId")));
		assertNotSaid(withdrawn(data.deepCopy().put("photoId", 1)));
	}

	@Test
	void refusesAnotherTopicAndSomebodyElse() {
		OutgoingMessage said = withdrawn(GoldenSamples.data(TYPE));
		assertNotSaid(said.onBehalfOf("somebody"));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> GoldenSamples.assertSaid(said, TYPE, "safelight-search-events"));
	}

}
