package io.safelight.cloud.ses;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import io.safelight.cloud.StateStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MailsTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

	private final StateStore store = StateStore.open(Optional.empty());

	private final Mails mails = open();

	@AfterEach
	void close() {
		this.store.close();
	}

	@Test
	void showsTheNewestMailFirst() {
		this.mails.accept(draft("One", "ben@example.com"));
		this.mails.accept(draft("Two", "ben@example.com"));
		assertThat(this.mails.find((mail) -> true)).extracting(Mail::subject).containsExactly("Two", "One");
	}

	@Test
	void forgetsTheOldestBeyondItsLimitAndStillCountsOnAfterARestart() {
		for (int i = 1; i <= 4; i++) {
			this.mails.accept(draft("Mail " + i, "ben@example.com"));
		}
		Mails reopened = open();
		reopened.accept(draft("Mail 5", "ben@example.com"));
		assertThat(reopened.find((mail) -> true)).extracting(Mail::subject)
			.containsExactly("Mail 5", "Mail 4", "Mail 3");
		assertThat(open().find((mail) -> true)).hasSize(3);
	}

	@Test
	void findsMailsOfARecipientWhateverTheNameOrCapitals() {
		this.mails.accept(draft("For Ben", "Ben Buyer <Ben@Example.com>"));
		this.mails.accept(draft("For Bea", "bea@example.com"));
		assertThat(this.mails.find((mail) -> mail.reaches("ben@example.com"))).extracting(Mail::subject)
			.containsExactly("For Ben");
	}

	@Test
	void refusesAddressesThatAreNone() {
		refuses(from("ana", List.of("ben@example.com")), "Missing final '@domain'");
		refuses(from(null, List.of("ben@example.com")), "From");
		refuses(from("ana@example.com", List.of("be n@example.com")), "whitespace");
		refuses(from("ana@example.com", List.of("a@example.com, b@example.com")), "Illegal address");
	}

	@Test
	void refusesAMailForNobodyOrForTooMany() {
		refuses(from("ana@example.com", List.of()), "no recipient");
		refuses(from("ana@example.com", Collections.nCopies(51, "ben@example.com")), "exceeds 50");
	}

	@Test
	void refusesAMailWithoutSubjectOrBody() {
		List<String> none = List.of();
		List<String> to = List.of("ben@example.com");
		refuses(new Draft("ana@example.com", to, none, none, none, null, "text", null), "subject");
		refuses(new Draft("ana@example.com", to, none, none, none, "Hello", null, null), "body");
	}

	private void refuses(Draft draft, String reason) {
		assertThatExceptionOfType(RefusedMailException.class).isThrownBy(() -> this.mails.accept(draft))
			.withMessageContaining(reason);
		assertThat(this.mails.find((mail) -> true)).isEmpty();
	}

	private Mails open() {
		return new Mails(this.store.map("ses.mails", Mails.Stored.class), CLOCK, 3);
	}

	private static Draft draft(String subject, String to) {
		return new Draft("ana@example.com", List.of(to), List.of(), List.of(), List.of(), subject, "text", null);
	}

	private static Draft from(@Nullable String from, List<String> to) {
		return new Draft(from, to, List.of(), List.of(), List.of(), "Hello", "text", null);
	}

}
