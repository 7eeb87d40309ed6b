package io.safelight.messaging.outbox;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessageGroupsTests {

	private static final MessageGroups FAIR = new MessageGroups(true);

	private static OutboxMessage message(String destination, @Nullable String tenant) {
		return new OutboxMessage("MSG#1", "1", Destination.parse(destination), "photo-listed.v1", "photo", null, "",
				tenant, "{}", "PENDING#0", "2026-01-01T00:00:00.000Z", 0, 0, null, null);
	}

	@Test
	void letATenantWaitForItselfOnly() {
		assertThat(FAIR.of(message("safelight-upload-events", "ana"))).contains("ana");
	}

	@Test
	void areTheThingsOwnInASequence() {
		assertThat(FAIR.of(message("safelight-catalog-sequence.fifo", "ana"))).contains("photo");
		assertThat(new MessageGroups(false).of(message("safelight-catalog-sequence.fifo", "ana"))).contains("photo");
	}

	@Test
	void areMissingWhereNobodyIsTheTenant() {
		assertThat(FAIR.of(message("safelight-upload-events", null))).isEmpty();
		assertThat(FAIR.of(message("safelight-upload-events", ""))).isEmpty();
	}

	@Test
	void areMissingWhereTheyAreSwitchedOff() {
		assertThat(new MessageGroups(false).of(message("safelight-upload-events", "ana"))).isEmpty();
	}

	@Test
	void areWhatSqsTakesWhateverAnIdentityProviderCallsItsUsers() {
		assertThat(FAIR.of(message("safelight-upload-events", "google-oauth2|117"))).contains("google-oauth2|117");
		assertThat(FAIR.of(message("safelight-upload-events", "José María")))
			.hasValueSatisfying((group) -> assertThat(group).matches("[0-9a-f-]{36}").isNotEqualTo("José María"));
		assertThat(FAIR.of(message("safelight-upload-events", "x".repeat(129))))
			.hasValueSatisfying((group) -> assertThat(group).hasSizeLessThan(129));
	}

}
