package io.safelight.purchase.licence;

import java.time.Instant;

import io.safelight.purchase.money.Money;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class LicenceTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

	private static final EncryptedCopy COPY = new EncryptedCopy("bucket", "key", "key-id", 1, "00", NOW);

	@Test
	void isOutOfTheIndexOnceReady() {
		Licence ready = preparing().ready(COPY);
		assertThat(ready.state()).isEqualTo(LicenceState.READY);
		assertThat(ready.version()).isEqualTo(2);
		assertThat(ready.copy()).isEqualTo(COPY);
		assertThat(ready.work()).isNull();
		assertThat(ready.dueAt()).isNull();
	}

	@Test
	void becomesReadyAfterItWasBlocked() {
		Licence ready = preparing().blocked("a reason", NOW).askedAgain(NOW).ready(COPY);
		assertThat(ready.state()).isEqualTo(LicenceState.READY);
		assertThat(ready.blocked()).isNull();
	}

	@Test
	void staysBlockedWhileItIsAskedForAgain() {
		Licence asked = preparing().blocked("a reason", NOW).askedAgain(NOW.plusSeconds(60));
		assertThat(asked.state()).isEqualTo(LicenceState.COPY_BLOCKED);
		assertThat(asked.blocked()).isEqualTo("a reason");
		assertThat(asked.dueAt()).isEqualTo("2026-11-22T10:16:30.000Z");
	}

	@Test
	void staysReady() {
		Licence ready = preparing().ready(COPY);
		assertThatIllegalStateException().isThrownBy(() -> ready.ready(COPY));
		assertThatIllegalStateException().isThrownBy(() -> ready.blocked("a reason", NOW));
		assertThatIllegalStateException().isThrownBy(() -> ready.askedAgain(NOW));
	}

	private static Licence preparing() {
		return new Licence("licence", 1, "order", "ben", "ana", "photo", "Sunset", "full", 10, 10,
				new Money(2500, "EUR"), "standard-1", "2026-11-22T10:15:30.000Z",
				new SourceFile("safelight-sale", "key.jpg", "00", 1), LicenceState.PREPARING, null, null,
				Licence.COPYING, "2026-11-22T10:20:30.000Z");
	}

}
