package io.safelight.notification.mail;

import java.time.Duration;
import java.time.Instant;

import io.safelight.messaging.store.Key;
import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Table;
import org.jspecify.annotations.Nullable;

/**
 * A mail that was decided. Whoever sends it first moves {@code dueAt} to the end of its
 * lease, so that nobody else takes it, and so that it becomes due again by itself should
 * the sender die.
 *
 * @param id the message that led to it: one message leads to one mail
 * @param userId whom it is for; the address is looked up when it is sent
 * @param about what it tells of, such as {@code photo-published}
 * @param subjectId the photo, upload or licence that it tells of
 * @param draft what it says
 * @param work {@link #UNSENT} until it has an end, absent afterwards: so the index of
 * unsent mails holds nothing else
 * @param dueAt when somebody is to take it, as {@link SortableTime}
 * @param createdAt when it was decided
 * @param attempts how often it was taken
 * @param version counted from 1, one more with every change
 * @param end what became of it, if anything has
 * @param expiresAt when it may be forgotten, in epoch seconds; set once it has an end
 */
record Mail(String id, String userId, String about, String subjectId, Draft draft, @Nullable String work, String dueAt,
		Instant createdAt, int attempts, long version, @Nullable End end, @Nullable Long expiresAt) {

	static final String UNSENT = "UNSENT";

	/** The sparse index of mails that have no end yet, by when they are due. */
	static final String DUE = "due";

	static final Table TABLE = Table.of("safelight-notification-emails", "id")
		.indexedBy(DUE, "work", "dueAt")
		.expiringAt("expiresAt");

	static Key key(String id) {
		return TABLE.key(id);
	}

	static Mail decided(String id, String userId, String about, String subjectId, Draft draft, Instant now) {
		return new Mail(id, userId, about, subjectId, draft, UNSENT, SortableTime.of(now), now, 0, 1, null, null);
	}

	Mail takenUntil(Instant leaseEnd) {
		return new Mail(this.id, this.userId, this.about, this.subjectId, this.draft, this.work,
				SortableTime.of(leaseEnd), this.createdAt, this.attempts + 1, this.version + 1, null, null);
	}

	Mail dueAgainAt(Instant time) {
		return new Mail(this.id, this.userId, this.about, this.subjectId, this.draft, this.work, SortableTime.of(time),
				this.createdAt, this.attempts, this.version + 1, null, null);
	}

	Mail ended(End how, Duration retention) {
		return new Mail(this.id, this.userId, this.about, this.subjectId, this.draft, null, this.dueAt, this.createdAt,
				this.attempts, this.version + 1, how, how.at().plus(retention).getEpochSecond());
	}

	boolean isDueAt(Instant now) {
		return this.work != null && this.dueAt.compareTo(SortableTime.of(now)) <= 0;
	}

	/**
	 * What became of a mail.
	 *
	 * @param how {@code sent}, {@code unwanted} or {@code given-up}
	 * @param at when
	 * @param detail SES's id of the mail, or why it was not sent
	 */
	record End(String how, Instant at, String detail) {

		static End sent(Instant at, String messageId) {
			return new End("sent", at, messageId);
		}

		static End unwanted(Instant at) {
			return new End("unwanted", at, "The user has switched mails off.");
		}

		static End givenUp(Instant at, String reason) {
			return new End("given-up", at, reason);
		}

	}

}
