package io.safelight.notification.inbox;

import java.time.Instant;
import java.util.List;

import io.safelight.messaging.MessageContext;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InboxEntryTests {

	private static final String MESSAGE = "0006d079-4d2a-5d88-bebf-03319fd0d8e7";

	@Test
	void hasTheSameIdWheneverTheSameMessageComes() {
		assertThat(idOf("2026-11-22T10:15:30.123Z")).isEqualTo("20261122T101530123Z-" + MESSAGE);
	}

	@Test
	void sortsByTimeAsText() {
		assertThat(List.of(idOf("2026-11-22T10:15:30Z"), idOf("2026-11-22T10:15:30.5Z"), idOf("2026-11-22T10:15:31Z"),
				idOf("2027-01-01T00:00:00Z")))
			.isSorted();
	}

	@Test
	void tellsItsIdsFromOtherText() {
		assertThat(InboxEntry.isId(idOf("2026-11-22T10:15:30.123Z"))).isTrue();
		assertThat(InboxEntry.isId("../20261122T101530123Z-" + MESSAGE)).isFalse();
		assertThat(InboxEntry.isId("")).isFalse();
	}

	private static String idOf(String time) {
		return InboxEntry.id(new MessageContext(MESSAGE, new MessageType("photo-published.v1"), "safelight.publication",
				Instant.parse(time), new Metadata("p-1", 1, "c", "c", "t", "ana"), 1));
	}

}
