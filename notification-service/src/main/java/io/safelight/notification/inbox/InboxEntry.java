package io.safelight.notification.inbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

import io.safelight.messaging.MessageContext;
import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Table;
import io.safelight.notification.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Something that a user was told.
 *
 * @param userId the user
 * @param id the message's time and id: it sorts by time, and the same message always has
 * the same
 * @param about what happened, such as {@code photo-published}
 * @param subjectId the photo, upload or licence that it happened to
 * @param title one line
 * @param text what happened and what to do
 * @param path where to see it on the site
 * @param time when it happened
 * @param unreadBy the user while it is unread, absent afterwards: so the index of unread
 * entries holds nothing else
 * @param expiresAt when it may be forgotten, in epoch seconds
 * @param arrivedAt when it was recorded, which may be later than it happened; absent in
 * rows of earlier versions
 */
public record InboxEntry(String userId, String id, String about, String subjectId, String title, String text,
		String path, Instant time, @Nullable String unreadBy, long expiresAt, @Nullable String arrivedAt) {

	/** The sparse index of unread entries. */
	static final String UNREAD = "unread";

	/** The index of entries by their arrival. */
	static final String ARRIVALS = "arrivals";

	/** One row for each user and message. */
	public static final Table TABLE = Table.of("safelight-notification-inbox", "userId")
		.sortedBy("id")
		.indexedBy(UNREAD, "unreadBy", "id")
		.indexedBy(ARRIVALS, "userId", "arrivedAt")
		.expiringAt("expiresAt");

	private static final Pattern ID = Pattern.compile("\\d{8}T\\d{9}Z-[0-9A-Za-z._-]{1,100}");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'")
		.withZone(ZoneOffset.UTC);

	/**
	 * What a message makes of a notice: always the same.
	 * @param notice what is told
	 * @param context the message that led to it
	 * @param now when it is recorded
	 * @param expiry when it may be forgotten
	 */
	static InboxEntry unread(Notice notice, MessageContext context, Instant now, Instant expiry) {
		return new InboxEntry(notice.userId(), id(context), notice.about(), notice.subjectId(), notice.title(),
				notice.summary(), notice.link().path(), context.time(), notice.userId(), expiry.getEpochSecond(),
				SortableTime.of(now));
	}

	static String id(MessageContext context) {
		return TIME.format(context.time()) + "-" + context.id();
	}

	static boolean isId(String text) {
		return ID.matcher(text).matches();
	}

	boolean isUnread() {
		return this.unreadBy != null;
	}

	InboxEntry read() {
		return new InboxEntry(this.userId, this.id, this.about, this.subjectId, this.title, this.text, this.path,
				this.time, null, this.expiresAt, this.arrivedAt);
	}

}
