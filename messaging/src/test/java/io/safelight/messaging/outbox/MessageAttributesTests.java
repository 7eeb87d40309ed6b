package io.safelight.messaging.outbox;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Row F19: a message that SNS would drop for its attributes is never sent.
 */
class MessageAttributesTests {

	private static OutboxMessage message(String traceparent, @Nullable String tenant) {
		return new OutboxMessage("OUT#1", "1", Destination.topic("words"), "word-said.v1", "a", null, traceparent,
				tenant, "{}", null, "now", 0, 0, null, null);
	}

	private static Map<String, String> some(int count) {
		return IntStream.range(0, count).boxed().collect(Collectors.toMap((i) -> "name" + i, (i) -> "value"));
	}

	@Test
	void areFourAtMost() {
		assertThat(MessageAttributes.of(message("trace", "ana"))).containsOnly(Map.entry("detail-type", "word-said.v1"),
				Map.entry("message-id", "1"), Map.entry("traceparent", "trace"), Map.entry("tenant", "ana"));
	}

	@Test
	void areNeverEmptyTexts() {
		assertThat(MessageAttributes.of(message("", null))).containsOnlyKeys("detail-type", "message-id");
	}

	@Test
	void areRefusedFromTheNinthOn() {
		assertThat(MessageAttributes.checked(some(8))).hasSize(8);
		assertThatIllegalStateException().isThrownBy(() -> MessageAttributes.checked(some(9)))
			.withMessageContaining("8 attributes, not 9");
	}

}
