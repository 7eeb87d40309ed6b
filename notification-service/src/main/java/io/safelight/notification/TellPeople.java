package io.safelight.notification;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.notification.contact.Contacts;
import io.safelight.notification.inbox.Inbox;
import io.safelight.notification.mail.WriteMails;
import io.safelight.notification.message.PhotoPublished;
import io.safelight.notification.message.PhotoRejected;
import io.safelight.notification.message.PublicationFailed;
import io.safelight.notification.message.PurchaseReady;
import io.safelight.notification.message.UploadAbandoned;
import io.safelight.notification.notice.Notice;
import io.safelight.notification.notice.Notices;

/**
 * Makes one entry of the inbox and one mail of each thing that somebody wants to know.
 */
final class TellPeople {

	private final Inbox inbox;

	private final WriteMails mails;

	private final Contacts contacts;

	TellPeople(Inbox inbox, WriteMails mails, Contacts contacts) {
		this.inbox = inbox;
		this.mails = mails;
		this.contacts = contacts;
	}

	Changes on(PhotoPublished message, MessageContext context) {
		return tell(Notices.published(message), context);
	}

	Changes on(PhotoRejected message, MessageContext context) {
		return tell(Notices.rejected(message), context);
	}

	Changes on(PublicationFailed message, MessageContext context) {
		return tell(Notices.failed(message), context);
	}

	/** The only message that a user's first and failed upload leads to: it has to do. */
	Changes on(UploadAbandoned message, MessageContext context) {
		return this.contacts.learn(message.contributorId(), message.email(), context)
			.and(tell(Notices.abandoned(message), context));
	}

	Changes on(PurchaseReady message, MessageContext context) {
		return tell(Notices.ready(message), context);
	}

	/**
	 * The messaging's memory of handled messages ends before the inbox's does: somebody
	 * who was told long ago is not told again. Nor is somebody who was forgotten since.
	 */
	private Changes tell(Notice notice, MessageContext context) {
		if (this.inbox.has(notice.userId(), context) || this.contacts.hasForgotten(notice.userId(), context)) {
			return Changes.none();
		}
		return this.inbox.add(notice, context).and(this.mails.write(notice, context));
	}

}
