package io.safelight.messaging.outbox;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessageBatchesTests {

	private static OutboxMessage message(int bytes) {
		return new OutboxMessage("OUT#1", "1", Destination.topic("words"), "word-said.v1", "a", null, "trace", null,
				"x".repeat(bytes), null, "now", 0, 0, null, null);
	}

	@Test
	void sendsTenAtATime() {
		assertThat(MessageBatches.of(Collections.nCopies(23, message(10)))).extracting(List::size)
			.containsExactly(10, 10, 3);
	}

	@Test
	void keepsABatchBelowWhatSnsTakes() {
		assertThat(MessageBatches.of(Collections.nCopies(7, message(60 * 1024)))).extracting(List::size)
			.containsExactly(4, 3);
	}

}
