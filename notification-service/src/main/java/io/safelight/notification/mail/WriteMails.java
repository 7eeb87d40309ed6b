package io.safelight.notification.mail;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.notification.notice.Notice;

/**
 * Decides that a mail will be sent. Thread-safe.
 */
public final class WriteMails {

	private final MailWriter writer;

	private final Mails mails;

	WriteMails(MailWriter writer, Mails mails) {
		this.writer = writer;
		this.mails = mails;
	}

	/**
	 * What is to be written, together with whatever else, so that a mail will be sent.
	 */
	public Changes write(Notice notice, MessageContext context) {
		return this.mails.add(notice, this.writer.write(notice), context);
	}

}
