package io.safelight.purchase.link;

import io.safelight.messaging.store.InMemoryStore;
import io.safelight.messaging.test.MutableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LinkSecretsTests {

	private final InMemoryStore store = new InMemoryStore();

	private final MutableClock clock = new MutableClock();

	private final LinkSecrets secrets = new LinkSecrets(new Pepper(this.store, this.clock, null));

	@Test
	void makesSecretsOf256Bits() {
		assertThat(this.secrets.secret()).hasSize(43).matches("[A-Za-z0-9_-]+").isNotEqualTo(this.secrets.secret());
	}

	@Test
	void storesNothingOfTheSecret() {
		String secret = this.secrets.secret();
		assertThat(this.secrets.stored(secret)).matches("[0-9a-f]{8}:[0-9a-f]{64}").doesNotContain(secret);
	}

	@Test
	void matchesTheSecretAndNothingElse() {
		String secret = this.secrets.secret();
		String stored = this.secrets.stored(secret);
		assertThat(this.secrets.matches(secret, stored)).isTrue();
		assertThat(this.secrets.matches(this.secrets.secret(), stored)).isFalse();
		assertThat(this.secrets.matches("", stored)).isFalse();
		assertThat(this.secrets.matches(stored, stored)).isFalse();
	}

	@Test
	void isTheSameForAllInstancesOfADeployment() {
		String secret = this.secrets.secret();
		LinkSecrets others = new LinkSecrets(new Pepper(this.store, this.clock, null));
		assertThat(others.matches(secret, this.secrets.stored(secret))).isTrue();
	}

	@Test
	void isAnotherForAnotherDeployment() {
		String secret = this.secrets.secret();
		LinkSecrets others = new LinkSecrets(new Pepper(new InMemoryStore(), this.clock, null));
		assertThat(others.matches(secret, this.secrets.stored(secret))).isFalse();
		assertThat(others.isCurrent(this.secrets.stored(secret))).isFalse();
	}

	@Test
	void storesNoPepperWhereOneIsConfigured() {
		new LinkSecrets(new Pepper(this.store, this.clock, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="))
			.stored("secret");
		assertThat(this.store.count(Pepper.TABLE)).isZero();
	}

	@Test
	void refusesAPepperThatIsTooShort() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Pepper(this.store, this.clock, "c2hvcnQ="))
			.withMessageContaining("32");
	}

	@Test
	void makesCookiesForOneClaimOnly() {
		String cookie = this.secrets.cookie("claim-1");
		assertThat(this.secrets.isCookieOf(cookie, "claim-1")).isTrue();
		assertThat(this.secrets.isCookieOf(cookie, "claim-2")).isFalse();
		assertThat(this.secrets.isCookieOf("claim-2" + cookie.substring(7), "claim-2")).isFalse();
	}

	@Test
	void choosesTheSameLinkForTheSameKeyOfALicence() {
		assertThat(this.secrets.chosen("licence-1", "key")).isEqualTo(this.secrets.chosen("licence-1", "key"))
			.isNotEqualTo(this.secrets.chosen("licence-2", "key"));
	}

}
