package io.safelight.notification;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.store.Condition;
import io.safelight.notification.contact.Contacts;
import io.safelight.notification.inbox.Inbox;
import io.safelight.notification.message.UserErased;
import io.safelight.notification.preference.Preferences;

/**
 * Forgets somebody: what they were told, their address and what they wanted. A mail that
 * waits to be sent goes out or is given up within a day, and its row expires.
 */
final class ForgetPeople {

	private final Inbox inbox;

	private final Contacts contacts;

	ForgetPeople(Inbox inbox, Contacts contacts) {
		this.inbox = inbox;
		this.contacts = contacts;
	}

	/** The entries go before the commit, page by page; doing it again changes nothing. */
	Changes on(UserErased message, MessageContext context) {
		this.inbox.forget(message.userId());
		return this.contacts.forget(message.userId(), context)
			.delete(Preferences.TABLE, Preferences.TABLE.key(message.userId()), Condition.none());
	}

}
