package io.safelight.notification.mail;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.safelight.messaging.MessageContext;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.notification.InMemory;
import io.safelight.notification.contact.Contacts;
import io.safelight.notification.mail.Mailer.Answer;
import io.safelight.notification.message.NotificationFailed;
import io.safelight.notification.message.PhotoPublished;
import io.safelight.notification.message.PhotoUploaded;
import io.safelight.notification.notice.Notices;
import io.safelight.notification.preference.Preferences;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SendMailsTests {

	private static final Duration LEASE = Duration.ofSeconds(60);

	private final InMemory memory = new InMemory();

	private final MailProperties properties = new MailProperties("Safelight <no-reply@safelight.example>",
			URI.create("https://photos.example"), Duration.ofSeconds(1), LEASE, Duration.ofSeconds(2),
			Duration.ofMinutes(5), Duration.ofHours(24), Duration.ofDays(30));

	private final Mails mails = new Mails(this.memory.store(), this.memory, this.properties, this.memory.clock());

	private final Contacts contacts = new Contacts(this.memory.store());

	private final Preferences preferences = new Preferences(this.memory.store(), this.memory);

	private final ScriptedMailer mailer = new ScriptedMailer();

	private final SendMails sender = new SendMails(this.mails, this.contacts, this.preferences, this.mailer);

	@Test
	void sendsAMailOnce() {
		learnAddress();
		decideMail();
		this.sender.pass();
		this.memory.pass(Duration.ofHours(1));
		this.sender.pass();
		assertThat(this.mailer.sent).containsExactly("ana@example.test: “Sunset” is on sale");
		assertThat(this.mails.due(10)).isEmpty();
	}

	@Test
	void sendsEverythingThatIsDueInOnePass() {
		learnAddress();
		for (int i = 0; i < 60; i++) {
			decideMail();
		}
		this.sender.pass();
		assertThat(this.mailer.sent).hasSize(60);
	}

	@Test
	void leavesAMailToWhoeverTookItFirst() {
		learnAddress();
		decideMail();
		Mail seenByBoth = this.mails.due(10).getFirst();
		assertThat(this.mails.take(seenByBoth)).isPresent();
		assertThat(this.mails.take(seenByBoth)).isEmpty();
		this.sender.pass();
		assertThat(this.mailer.sent).isEmpty();
	}

	@Test
	void losesNothingWhenASenderDiesBeforeSending() {
		learnAddress();
		decideMail();
		this.mails.take(this.mails.due(10).getFirst());
		this.memory.pass(LEASE);
		this.sender.pass();
		assertThat(this.mailer.sent).hasSize(1);
	}

	@Test
	void repeatsAMailOnceWhenASenderDiesBetweenSendingAndMarking() {
		learnAddress();
		decideMail();
		this.mailer.script.add(() -> {
			throw new IllegalStateException("killed by the test");
		});
		assertThatIllegalStateException().isThrownBy(this.sender::pass);
		this.sender.pass();
		assertThat(this.mailer.sent).hasSize(1);
		this.memory.pass(LEASE);
		this.sender.pass();
		this.memory.pass(LEASE.multipliedBy(10));
		this.sender.pass();
		assertThat(this.mailer.sent).hasSize(2);
	}

	@Test
	void waitsForAnAddress() {
		decideMail();
		this.sender.pass();
		assertThat(this.mailer.sent).isEmpty();
		learnAddress();
		this.memory.pass(Duration.ofSeconds(2));
		this.sender.pass();
		assertThat(this.mailer.sent).hasSize(1);
	}

	@Test
	void givesUpWhenNoAddressBecomesKnown() {
		decideMail();
		for (int minute = 0; minute <= 24 * 60 + 5; minute++) {
			this.sender.pass();
			this.memory.pass(Duration.ofMinutes(1));
		}
		assertThat(this.mailer.sent).isEmpty();
		assertFailure("No address is known.");
	}

	@Test
	void triesAgainWhenTheMailServiceDoesNotTakeIt() {
		learnAddress();
		decideMail();
		this.mailer.script.add(() -> new Answer.Unavailable("Too many requests."));
		this.mailer.script.add(() -> new Answer.Unavailable("Too many requests."));
		this.sender.pass();
		this.memory.pass(Duration.ofSeconds(2));
		this.sender.pass();
		this.memory.pass(Duration.ofSeconds(2));
		this.sender.pass();
		assertThat(this.mailer.sent).hasSize(2);
		this.memory.pass(Duration.ofSeconds(2));
		this.sender.pass();
		assertThat(this.mailer.sent).hasSize(3);
		assertThat(this.memory.published()).isEmpty();
	}

	@Test
	void givesUpAtOnceWhatIsRefusedForGood() {
		learnAddress();
		decideMail();
		this.mailer.script.add(() -> new Answer.Refused("The mail was rejected."));
		this.sender.pass();
		this.memory.pass(Duration.ofDays(1));
		this.sender.pass();
		assertThat(this.mailer.sent).hasSize(1);
		assertFailure("The mail was rejected.");
	}

	@Test
	void sendsNothingToWhoeverSwitchedMailsOff() {
		learnAddress();
		this.preferences.setMail("ana", false);
		decideMail();
		this.sender.pass();
		assertThat(this.mailer.sent).isEmpty();
		assertThat(this.memory.published()).isEmpty();
		assertThat(this.mails.due(10)).isEmpty();
	}

	private void assertFailure(String reason) {
		OutgoingMessage said = this.memory.published().getFirst();
		assertThat(this.memory.published()).hasSize(1);
		assertThat(said.type().name()).isEqualTo("notification-failed.v1");
		assertThat(said.topic()).isEqualTo("safelight-notification-events");
		assertThat(said.aggregateId()).isEqualTo("p-1");
		assertThat(said.data()).isEqualTo(new NotificationFailed("ana", "email", "photo-published", reason));
		assertThat(this.mails.due(10)).isEmpty();
	}

	private void learnAddress() {
		this.memory.commit(this.contacts.on(new PhotoUploaded("ana", "ana@example.test"),
				this.memory.message("photo-uploaded.v1")));
	}

	private void decideMail() {
		MessageContext context = this.memory.message("photo-published.v1");
		MailWriter writer = new MailWriter(this.properties.site());
		this.memory.commit(new WriteMails(writer, this.mails)
			.write(Notices.published(new PhotoPublished("p-1", "ana", "Sunset")), context));
	}

	/** Takes every mail, then does as the script says. */
	private static final class ScriptedMailer implements Mailer {

		final List<String> sent = new ArrayList<>();

		final List<Supplier<Answer>> script = new ArrayList<>();

		@Override
		public Answer send(String address, Draft draft) {
			this.sent.add(address + ": " + draft.subject());
			return this.script.isEmpty() ? new Answer.Accepted("ses-" + this.sent.size())
					: this.script.removeFirst().get();
		}

	}

}
