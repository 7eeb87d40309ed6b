package io.safelight.notification;

import java.time.Duration;

import io.safelight.messaging.store.Query;
import io.safelight.notification.contact.Contacts;
import io.safelight.notification.inbox.Inbox;
import io.safelight.notification.inbox.InboxEntry;
import io.safelight.notification.message.OrderPaid;
import io.safelight.notification.message.PurchaseReady;
import io.safelight.notification.message.UserErased;
import io.safelight.notification.notice.Notices;
import io.safelight.notification.preference.Preferences;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ForgetPeopleTests {

	private final InMemory memory = new InMemory();

	private final Inbox inbox = new Inbox(this.memory.store(), this.memory, this.memory.clock(), Duration.ofDays(90));

	private final Contacts contacts = new Contacts(this.memory.store());

	private final Preferences preferences = new Preferences(this.memory.store(), this.memory);

	private final ForgetPeople forget = new ForgetPeople(this.inbox, this.contacts);

	@Test
	void leavesNothingOfWhomItForgetsAndEverythingOfOthers() {
		for (String user : new String[] { "ben", "bea" }) {
			this.memory.commit(this.contacts.on(new OrderPaid(user, user + "@example.test"),
					this.memory.message("order-paid.v1")));
			this.preferences.setMail(user, false);
			for (int i = 0; i < 120; i++) {
				this.memory.commit(this.inbox.add(Notices.ready(new PurchaseReady("licence-" + i, user, "Sunset")),
						this.memory.message("purchase-ready.v1")));
			}
		}
		this.memory.commit(this.forget.on(new UserErased("ben"), this.memory.message("user-erased.v1")));
		assertThat(told("ben")).isZero();
		assertThat(this.contacts.find("ben")).isEmpty();
		assertThat(this.preferences.wantsMail("ben")).isTrue();
		assertThat(told("bea")).isEqualTo(120);
		assertThat(this.contacts.find("bea")).isPresent();
		assertThat(this.preferences.wantsMail("bea")).isFalse();
	}

	@Test
	void forgetsWhomItNeverKnew() {
		this.memory.commit(this.forget.on(new UserErased("nobody"), this.memory.message("user-erased.v1")));
		assertThat(told("nobody")).isZero();
	}

	private int told(String userId) {
		return this.memory.store()
			.query(Query.of(InboxEntry.TABLE, userId).limit(1000), InboxEntry.class)
			.items()
			.size();
	}

}
