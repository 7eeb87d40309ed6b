package io.safelight.notification.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Store;
import io.safelight.service.live.LiveEvent;
import io.safelight.service.live.LiveSource;

/**
 * What has come to users' inboxes, in the order of its arrival: a message that was late
 * comes after one that happened later. Thread-safe.
 */
public final class Arrivals implements LiveSource {

	private final Store store;

	public Arrivals(Store store) {
		this.store = store;
	}

	@Override
	public List<LiveEvent> since(String userId, Instant from) {
		Query query = Query.of(InboxEntry.TABLE, InboxEntry.ARRIVALS, userId).from(SortableTime.of(from));
		List<LiveEvent> events = new ArrayList<>();
		Page<InboxEntry> page = this.store.query(query, InboxEntry.class);
		page.items().stream().map(Arrivals::event).forEach(events::add);
		while (page.cursor() != null) {
			page = this.store.query(query.after(page.cursor()), InboxEntry.class);
			page.items().stream().map(Arrivals::event).forEach(events::add);
		}
		return events;
	}

	private static LiveEvent event(InboxEntry entry) {
		Instant arrived = Instant.parse(Objects.requireNonNull(entry.arrivedAt(), "it is in the index"));
		return new LiveEvent(arrived, entry.id(), "notification", InboxController.Notification.of(entry));
	}

}
