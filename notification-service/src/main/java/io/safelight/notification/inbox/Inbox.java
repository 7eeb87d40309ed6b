package io.safelight.notification.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.Store;
import io.safelight.notification.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * What each user was told. The user is part of every key, so nobody reaches anybody
 * else's. Thread-safe.
 */
public final class Inbox {

	/** Beyond this nobody counts. */
	static final int MOST_UNREAD = 500;

	/** What one commit takes, well below DynamoDB's 100. */
	private static final int BATCH = 50;

	private final Store store;

	private final Committer committer;

	private final Clock clock;

	private final Duration retention;

	public Inbox(Store store, Committer committer, Clock clock, Duration retention) {
		this.store = store;
		this.committer = committer;
		this.clock = clock;
		this.retention = retention;
	}

	/** Whether this message has already told this user. */
	public boolean has(String userId, MessageContext context) {
		return find(userId, InboxEntry.id(context)).isPresent();
	}

	/** What is to be written so that the user is told. */
	public Changes add(Notice notice, MessageContext context) {
		Instant now = this.clock.instant();
		InboxEntry entry = InboxEntry.unread(notice, context, now, now.plus(this.retention));
		return Changes.none().put(InboxEntry.TABLE, entry, Condition.absent());
	}

	/**
	 * A page, newest first.
	 * @param userId whose
	 * @param unreadOnly whether what was read is left out
	 * @param from the id of the first entry of this page, or null for the newest
	 * @param limit the most entries of the page
	 * @return the entries; the page's cursor is the id of the first entry of the next one
	 * @throws IllegalArgumentException if {@code from} is not the id of an entry
	 */
	Page<InboxEntry> page(String userId, boolean unreadOnly, @Nullable String from, int limit) {
		Query query = partition(userId, unreadOnly).newestFirst().limit(limit + 1);
		List<InboxEntry> entries = this.store
			.query((from != null) ? query.upTo(checked(from)) : query, InboxEntry.class)
			.items();
		return (entries.size() > limit) ? new Page<>(entries.subList(0, limit), entries.get(limit).id())
				: new Page<>(entries, null);
	}

	private static Query partition(String userId, boolean unreadOnly) {
		return unreadOnly ? Query.of(InboxEntry.TABLE, InboxEntry.UNREAD, userId) : Query.of(InboxEntry.TABLE, userId);
	}

	private static String checked(String cursor) {
		if (!InboxEntry.isId(cursor)) {
			throw new IllegalArgumentException(
					"That cursor was not given by this service: leave it out to begin at the newest notification.");
		}
		return cursor;
	}

	/** How many are unread, at most {@link #MOST_UNREAD}; may lag behind for a moment. */
	int unreadCount(String userId) {
		return this.store.query(partition(userId, true).limit(MOST_UNREAD), InboxEntry.class).items().size();
	}

	/**
	 * Marks an entry as read; one that is read already stays so.
	 * @return whether the user has such an entry
	 */
	boolean markRead(String userId, String id) {
		Optional<InboxEntry> entry = find(userId, id);
		entry.filter(InboxEntry::isUnread).ifPresent((unread) -> commitRead(List.of(unread)));
		return entry.isPresent();
	}

	/**
	 * Marks as read what is unread now.
	 * @return how many entries that were
	 */
	int markAllRead(String userId) {
		List<InboxEntry> unread = new ArrayList<>();
		@Nullable String next = null;
		do {
			Page<InboxEntry> page = page(userId, true, next, BATCH);
			commitRead(page.items());
			unread.addAll(page.items());
			next = page.cursor();
		}
		while (next != null);
		return unread.size();
	}

	/**
	 * Deletes everything that a user was ever told.
	 * @param userId whose
	 */
	public void forget(String userId) {
		@Nullable String next = null;
		do {
			Page<InboxEntry> page = page(userId, false, next, BATCH);
			Changes deleted = Changes.none();
			for (InboxEntry entry : page.items()) {
				deleted = deleted.delete(InboxEntry.TABLE, InboxEntry.TABLE.key(userId, entry.id()), Condition.none());
			}
			this.committer.commit(deleted);
			next = page.cursor();
		}
		while (next != null);
	}

	private void commitRead(List<InboxEntry> entries) {
		Changes changes = Changes.none();
		for (InboxEntry entry : entries) {
			changes = changes.put(InboxEntry.TABLE, entry.read(), Condition.present());
		}
		try {
			this.committer.commit(changes);
		}
		catch (ConditionFailedException ex) {
			// One of them expired meanwhile; the others are marked one by one.
			if (entries.size() > 1) {
				entries.forEach((entry) -> commitRead(List.of(entry)));
			}
		}
	}

	private Optional<InboxEntry> find(String userId, String id) {
		return InboxEntry.isId(id)
				? this.store.find(InboxEntry.TABLE, InboxEntry.TABLE.key(userId, id), InboxEntry.class)
				: Optional.empty();
	}

}
