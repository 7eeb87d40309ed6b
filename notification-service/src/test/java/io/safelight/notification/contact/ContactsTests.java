package io.safelight.notification.contact;

import java.time.Duration;

import io.safelight.messaging.MessageContext;
import io.safelight.notification.InMemory;
import io.safelight.notification.message.OrderPaid;
import io.safelight.notification.message.PhotoUploaded;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContactsTests {

	private final InMemory memory = new InMemory();

	private final Contacts contacts = new Contacts(this.memory.store());

	@Test
	void areLearntFromUploadsAndOrders() {
		this.memory.commit(this.contacts.on(new PhotoUploaded("ana", "ana@example.test"), message()));
		this.memory.commit(this.contacts.on(new OrderPaid("ben", "ben@example.test"), message()));
		assertThat(address("ana")).isEqualTo("ana@example.test");
		assertThat(address("ben")).isEqualTo("ben@example.test");
	}

	@Test
	void followTheLatestMessage() {
		MessageContext earlier = message();
		this.memory.pass(Duration.ofSeconds(1));
		this.memory.commit(this.contacts.on(new PhotoUploaded("ana", "new@example.test"), message()));
		this.memory.commit(this.contacts.on(new PhotoUploaded("ana", "old@example.test"), earlier));
		assertThat(address("ana")).isEqualTo("new@example.test");
	}

	@Test
	void areNotWrittenAgainWhenNothingChanged() {
		this.memory.commit(this.contacts.on(new PhotoUploaded("ana", "ana@example.test"), message()));
		this.memory.pass(Duration.ofSeconds(1));
		assertThat(this.contacts.on(new PhotoUploaded("ana", "ana@example.test"), message()).writes()).isEmpty();
	}

	@Test
	void stayAsTheyAreWhenAMessageHasNoAddress() {
		this.memory.commit(this.contacts.on(new PhotoUploaded("ana", "ana@example.test"), message()));
		this.memory.pass(Duration.ofSeconds(1));
		this.memory.commit(this.contacts.on(new PhotoUploaded("ana", null), message()));
		this.memory.commit(this.contacts.on(new PhotoUploaded("ana", " "), message()));
		assertThat(address("ana")).isEqualTo("ana@example.test");
	}

	@Test
	void stayForgottenWhenAnOlderMessageComesLate() {
		MessageContext before = message();
		this.memory.commit(this.contacts.on(new PhotoUploaded("ana", "ana@example.test"), before));
		this.memory.pass(Duration.ofSeconds(1));
		this.memory.commit(this.contacts.forget("ana", message()));
		this.memory.pass(Duration.ofHours(72));
		this.memory.commit(this.contacts.on(new OrderPaid("ana", "ana@example.test"), before));
		assertThat(this.contacts.find("ana")).isEmpty();
		assertThat(this.contacts.hasForgotten("ana", before)).isTrue();
		this.memory.commit(this.contacts.on(new PhotoUploaded("ana", "again@example.test"), message()));
		assertThat(address("ana")).isEqualTo("again@example.test");
		assertThat(this.contacts.hasForgotten("ana", message())).isFalse();
	}

	private String address(String userId) {
		return this.contacts.find(userId).orElseThrow().email();
	}

	private MessageContext message() {
		return this.memory.message("photo-uploaded.v1");
	}

}
