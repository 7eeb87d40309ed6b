package io.safelight.notification.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.Store;
import io.safelight.notification.mail.Mail.End;
import io.safelight.notification.message.NotificationFailed;
import io.safelight.notification.notice.Notice;

/**
 * The mails that were decided, and what becomes of them. Every change is a change of the
 * version that was read, so of two senders only one gets a mail. Thread-safe.
 */
class Mails {

	private final Store store;

	private final Committer committer;

	private final MailProperties properties;

	private final Clock clock;

	Mails(Store store, Committer committer, MailProperties properties, Clock clock) {
		this.store = store;
		this.committer = committer;
		this.properties = properties;
		this.clock = clock;
	}

	/** What is to be written so that a mail will be sent. */
	Changes add(Notice notice, Draft draft, MessageContext context) {
		Mail mail = Mail.decided(context.id(), notice.userId(), notice.about(), notice.subjectId(), draft,
				this.clock.instant());
		return Changes.none().put(Mail.TABLE, mail, Condition.absent());
	}

	/** Mails that nobody is at. The index may lag, so each has still to be taken. */
	List<Mail> due(int limit) {
		Instant now = this.clock.instant();
		Query query = Query.of(Mail.TABLE, Mail.DUE, Mail.UNSENT)
			.upTo(io.safelight.messaging.store.SortableTime.of(now))
			.limit(limit);
		return this.store.query(query, Mail.class).items().stream().filter((mail) -> mail.isDueAt(now)).toList();
	}

	/** The mail, leased to the caller; empty if somebody else was quicker. */
	Optional<Mail> take(Mail mail) {
		Mail taken = mail.takenUntil(this.clock.instant().plus(this.properties.lease()));
		return change(mail, taken, Changes.none()) ? Optional.of(taken) : Optional.empty();
	}

	void markSent(Mail mail, String messageId) {
		end(mail, End.sent(this.clock.instant(), messageId), Changes.none());
	}

	void markUnwanted(Mail mail) {
		end(mail, End.unwanted(this.clock.instant()), Changes.none());
	}

	/** Tries again later, until patience is at its end. */
	void postpone(Mail mail, String reason) {
		Instant now = this.clock.instant();
		if (mail.createdAt().plus(this.properties.patience()).isAfter(now)) {
			change(mail, mail.dueAgainAt(now.plus(this.properties.waitAfter(mail.attempts()))), Changes.none());
		}
		else {
			giveUp(mail, reason);
		}
	}

	/** Ends it, and says so. */
	void giveUp(Mail mail, String reason) {
		NotificationFailed failed = new NotificationFailed(mail.userId(), "email", mail.about(), reason);
		OutgoingMessage message = OutgoingMessage
			.to(NotificationFailed.TOPIC, NotificationFailed.TYPE, mail.subjectId(), 1, failed)
			.onBehalfOf(mail.userId());
		end(mail, End.givenUp(this.clock.instant(), reason), Changes.none().publish(message));
	}

	private void end(Mail mail, End end, Changes andAlso) {
		change(mail, mail.ended(end, this.properties.retention()), andAlso);
	}

	/** Whether it was still the mail that was read. */
	private boolean change(Mail from, Mail to, Changes andAlso) {
		try {
			this.committer.commit(andAlso.put(Mail.TABLE, to, Condition.version(from.version())));
			return true;
		}
		catch (ConditionFailedException ex) {
			return false;
		}
	}

}
