package io.safelight.messaging.outbox;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DestinationTests {

	@Test
	void isATextInARow() {
		assertThat(Destination.parse("queue:safelight-search")).isEqualTo(Destination.queue("safelight-search"))
			.hasToString("queue:safelight-search");
		assertThat(Destination.parse("topic:safelight-catalog-events"))
			.isEqualTo(Destination.topic("safelight-catalog-events"))
			.hasToString("topic:safelight-catalog-events");
	}

	@Test
	void isATopicInRowsOfOld() {
		assertThat(Destination.parse("safelight-catalog-events"))
			.isEqualTo(Destination.topic("safelight-catalog-events"));
	}

}
