package io.safelight.messaging.inbox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.safelight.messaging.store.Page;
import org.jspecify.annotations.Nullable;

/**
 * Which messages have come to a service, whatever became of them: handled, or parked.
 * Thread-safe.
 */
public final class SeenMessages {

	private static final int PAGE = 100;

	private final Inbox inbox;

	private final ParkedMessages parked;

	public SeenMessages(Inbox inbox, ParkedMessages parked) {
		this.inbox = inbox;
		this.parked = parked;
	}

	/** Those of some messages that have come. */
	public Set<String> among(List<String> messageIds) {
		Set<String> seen = new HashSet<>(this.inbox.handled(messageIds));
		if (seen.size() < messageIds.size()) {
			addParked(seen);
		}
		return seen;
	}

	private void addParked(Set<String> seen) {
		@Nullable String cursor = null;
		do {
			Page<ParkedMessage> page = this.parked.list(PAGE, cursor);
			page.items().stream().map(ParkedMessage::messageId).filter((id) -> id != null).forEach(seen::add);
			cursor = page.cursor();
		}
		while (cursor != null);
	}

}
