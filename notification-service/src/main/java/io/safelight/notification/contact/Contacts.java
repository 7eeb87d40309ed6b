package io.safelight.notification.contact;

import java.util.Optional;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Store;
import io.safelight.notification.message.OrderPaid;
import io.safelight.notification.message.PhotoUploaded;
import org.jspecify.annotations.Nullable;

/**
 * What is known of users' addresses. Nobody is asked for them: other services' messages
 * carry them. Thread-safe.
 */
public final class Contacts {

	private final Store store;

	public Contacts(Store store) {
		this.store = store;
	}

	public Optional<Contact> find(String userId) {
		return row(userId).filter((contact) -> !contact.isForgotten());
	}

	private Optional<Contact> row(String userId) {
		return this.store.find(Contact.TABLE, Contact.key(userId), Contact.class);
	}

	public Changes on(PhotoUploaded message, MessageContext context) {
		return learn(message.contributorId(), message.email(), context);
	}

	/**
	 * Forgets an address. A row stays that says when, so that a message from before that
	 * comes late does not bring the address back.
	 * @param userId whose
	 * @param context the message that says so
	 */
	public Changes forget(String userId, MessageContext context) {
		String heardAt = SortableTime.of(context.time());
		long version = row(userId).map(Contact::version).orElse(0L);
		return Changes.none()
			.put(Contact.TABLE, Contact.forgotten(userId, heardAt, version + 1), Condition.version(version));
	}

	/** Whether a message is older than somebody's wish to be forgotten. */
	public boolean hasForgotten(String userId, MessageContext context) {
		return row(userId).filter(Contact::isForgotten)
			.filter((contact) -> contact.heardAt().compareTo(SortableTime.of(context.time())) >= 0)
			.isPresent();
	}

	public Changes on(OrderPaid message, MessageContext context) {
		return learn(message.buyerId(), message.email(), context);
	}

	/**
	 * Notes an address, unless a later message has said another one.
	 * @param userId whose
	 * @param email the address, if the message has one
	 * @param context the message that says so
	 */
	public Changes learn(String userId, @Nullable String email, MessageContext context) {
		if (email == null || email.isBlank()) {
			return Changes.none();
		}
		String heardAt = SortableTime.of(context.time());
		Optional<Contact> known = row(userId);
		if (known.filter((contact) -> contact.email().equals(email) || contact.heardAt().compareTo(heardAt) >= 0)
			.isPresent()) {
			return Changes.none();
		}
		long version = known.map(Contact::version).orElse(0L);
		return Changes.none()
			.put(Contact.TABLE, new Contact(userId, email, heardAt, version + 1), Condition.version(version));
	}

}
