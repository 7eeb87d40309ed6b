package io.safelight.messaging.inbox;

import java.time.Instant;
import java.util.List;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;

class LogContextTests {

	@Test
	void namesTheSagaTheActAndTheMessageUntilItIsHandled() {
		Envelope envelope = new Envelope("m-1", new MessageType("word-said.v1"), "safelight.talking",
				Instant.parse("2026-11-22T10:00:00Z"), List.of(),
				new Metadata("photo-1", 1, "act-1", "cause", "", null), JsonNodeFactory.instance.objectNode());
		try (LogContext context = LogContext.of(envelope)) {
			assertThat(MDC.getCopyOfContextMap()).containsEntry("sagaId", "photo-1")
				.containsEntry("correlationId", "act-1")
				.containsEntry("messageId", "m-1")
				.containsEntry("messageType", "word-said.v1");
		}
		assertThat(MDC.get("sagaId")).isNull();
	}

}
