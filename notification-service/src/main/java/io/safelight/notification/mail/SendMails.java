package io.safelight.notification.mail;

import java.util.List;
import java.util.Optional;

import io.safelight.notification.contact.Contact;
import io.safelight.notification.contact.Contacts;
import io.safelight.notification.mail.Mailer.Answer;
import io.safelight.notification.preference.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the mails that were decided. One pass is one call; the timer is outside.
 *
 * <p>
 * SES has no token by which it would recognise a mail that it already took. So a mail is
 * leased before it is sent and marked afterwards: several instances do not send it twice,
 * a sender that dies before sending loses nothing, and one that dies between sending and
 * marking, or never hears the answer, causes one repeat.
 */
final class SendMails {

	private static final Logger log = LoggerFactory.getLogger(SendMails.class);

	private static final int BATCH = 25;

	private final Mails mails;

	private final Contacts contacts;

	private final Preferences preferences;

	private final Mailer mailer;

	SendMails(Mails mails, Contacts contacts, Preferences preferences, Mailer mailer) {
		this.mails = mails;
		this.contacts = contacts;
		this.preferences = preferences;
		this.mailer = mailer;
	}

	/** Takes what is due, until nothing is. */
	void pass() {
		List<Mail> due = this.mails.due(BATCH);
		while (!due.isEmpty()) {
			long taken = due.stream().map(this.mails::take).flatMap(Optional::stream).peek(this::send).count();
			due = (taken > 0) ? this.mails.due(BATCH) : List.of();
		}
	}

	private void send(Mail mail) {
		Optional<Contact> contact = this.contacts.find(mail.userId());
		if (contact.isEmpty()) {
			this.mails.postpone(mail, "No address is known.");
		}
		else if (!this.preferences.wantsMail(mail.userId())) {
			this.mails.markUnwanted(mail);
		}
		else {
			note(mail, this.mailer.send(contact.get().email(), mail.draft()));
		}
	}

	private void note(Mail mail, Answer answer) {
		switch (answer) {
			case Answer.Accepted accepted -> this.mails.markSent(mail, accepted.messageId());
			case Answer.Refused refused -> {
				log.warn("Mail {} about {} was refused: {}", mail.id(), mail.about(), refused.reason());
				this.mails.giveUp(mail, refused.reason());
			}
			case Answer.Unavailable unavailable -> {
				log.warn("Mail {} is tried again later: {}", mail.id(), unavailable.reason());
				this.mails.postpone(mail, unavailable.reason());
			}
		}
	}

}
