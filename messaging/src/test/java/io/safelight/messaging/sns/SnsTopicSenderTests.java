package io.safelight.messaging.sns;

import java.util.Collections;
import java.util.List;

import io.safelight.messaging.outbox.OutboxMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SnsTopicSenderTests {

	private static OutboxMessage message(int bytes) {
		return new OutboxMessage("OUT#1", "1", "topic", "word-said.v1", "trace", null, "x".repeat(bytes), null, "now",
				0, 0, null, null);
	}

	@Test
	void sendsTenAtATime() {
		assertThat(SnsTopicSender.batches(Collections.nCopies(23, message(10)))).extracting(List::size)
			.containsExactly(10, 10, 3);
	}

	@Test
	void keepsABatchBelowWhatSnsTakes() {
		assertThat(SnsTopicSender.batches(Collections.nCopies(7, message(60 * 1024)))).extracting(List::size)
			.containsExactly(4, 3);
	}

}
