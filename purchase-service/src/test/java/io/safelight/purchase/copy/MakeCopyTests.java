package io.safelight.purchase.copy;

import java.time.Duration;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.safelight.messaging.Changes;
import io.safelight.messaging.UnprocessableMessageException;
import io.safelight.messaging.store.InMemoryStore;
import io.safelight.messaging.test.GoldenSamples;
import io.safelight.messaging.test.MutableClock;
import io.safelight.purchase.RecordingCommitter;
import io.safelight.purchase.licence.EncryptedCopy;
import io.safelight.purchase.licence.Licence;
import io.safelight.purchase.licence.LicenceState;
import io.safelight.purchase.licence.Licences;
import io.safelight.purchase.licence.SourceFile;
import io.safelight.purchase.message.PrepareCopy;
import io.safelight.purchase.money.Money;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.LimitExceededException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.cryptography.materialproviders.IKeyring;
import software.amazon.cryptography.materialproviders.MaterialProviders;
import software.amazon.cryptography.materialproviders.model.MaterialProvidersConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of a licence when its copy cannot be made; that it can be is for the
 * integration tests.
 */
class MakeCopyTests {

	private static final String LICENCE = "6ba7b810-9dad-41d1-80b4-00c04fd430c8";

	private final InMemoryStore store = new InMemoryStore();

	private final MutableClock clock = new MutableClock();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final RecordingCommitter committer = new RecordingCommitter(this.store);

	private final Licences licences = new Licences(this.store);

	@Test
	void isBlockedWhileTheKeyMustNotBeUsed() {
		issue();
		commit(on(new KeyUnavailableException("The buyer's key is Disabled.")));
		Licence blocked = licence();
		assertThat(blocked.state()).isEqualTo(LicenceState.COPY_BLOCKED);
		assertThat(blocked.blocked()).isEqualTo("The buyer's key is Disabled.");
		assertThat(blocked.copy()).isNull();
	}

	@Test
	void isTriedAgainAfterItWasBlocked() {
		issue();
		commit(on(new KeyUnavailableException("The buyer's key is Disabled.")));
		OverdueCopies overdue = overdue();
		assertThat(overdue.sweep()).isZero();
		assertThat(this.meters.get("purchase.copies.blocked").gauge().value()).isOne();
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(overdue.sweep()).isOne();
		assertThat(this.committer.types()).containsExactly("prepare-copy.v1");
		assertThat(overdue.sweep()).isZero();
	}

	@Test
	void staysAsItIsWhileKmsThrottles() {
		issue();
		KmsException throttled = LimitExceededException.builder().message("slow down").build();
		assertThatExceptionOfType(KmsException.class).isThrownBy(() -> on(throttled));
		assertThat(licence().state()).isEqualTo(LicenceState.PREPARING);
		assertThat(this.meters.get("kms.throttled").counter().count()).isOne();
	}

	@Test
	void isAskedForAgainWhenNothingCameOfIt() {
		issue();
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(overdue().sweep()).isOne();
		assertThat(licence().version()).isEqualTo(2);
		assertThat(this.committer.messages().getFirst().aggregateVersion()).isEqualTo(2);
	}

	@Test
	void isNotMadeTwice() {
		issue();
		Licence ready = licence()
			.ready(new EncryptedCopy("safelight-purchases", LICENCE, "key", 1, "00", this.clock.instant()));
		this.committer.commit(Licences.saved(ready));
		assertThat(on(new IllegalStateException("not to be asked"))).isEqualTo(Changes.none());
		this.clock.advance(Duration.ofDays(1));
		assertThat(overdue().sweep()).isZero();
	}

	@Test
	void cannotBeMadeForALicenceThatDoesNotExist() {
		assertThatExceptionOfType(UnprocessableMessageException.class)
			.isThrownBy(() -> on(new IllegalStateException("not to be asked")));
	}

	private Changes on(RuntimeException keyFailure) {
		UserKeys keys = new UserKeys() {

			@Override
			public String keyOf(String userId) {
				throw keyFailure;
			}

			@Override
			public void destroy(String userId) {
				throw keyFailure;
			}

			@Override
			public IKeyring keyring(String keyId) {
				throw keyFailure;
			}

		};
		CopyCipher cipher = new CopyCipher(
				MaterialProviders.builder().MaterialProvidersConfig(MaterialProvidersConfig.builder().build()).build());
		Copies copies = new Copies(new NoS3(), keys, cipher, this.clock);
		return new MakeCopy(this.licences, copies, this.clock, Duration.ofMinutes(5), this.meters)
			.on(GoldenSamples.read(PrepareCopy.TYPE, PrepareCopy.class), GoldenSamples.context(PrepareCopy.TYPE));
	}

	private OverdueCopies overdue() {
		return new OverdueCopies(this.licences, this.committer, this.clock, Duration.ofMinutes(5), this.meters);
	}

	private void issue() {
		this.committer.commit(Licences.saved(new Licence(LICENCE, 1, "order", "ben", "ana", "photo", "Sunset", "full",
				10, 10, new Money(2500, "EUR"), "standard-1", "2026-11-22T10:15:30.123Z",
				new SourceFile("safelight-sale", "key.jpg", "00", 1), LicenceState.PREPARING, null, null,
				Licence.COPYING, "2026-11-22T10:20:30.123Z")));
	}

	private Licence licence() {
		return this.licences.find(LICENCE).orElseThrow();
	}

	private void commit(Changes changes) {
		this.store.commit(changes.writes(), UUID.randomUUID().toString());
	}

	/** Does nothing: the key comes first. */
	private static final class NoS3 implements S3Client {

		@Override
		public String serviceName() {
			return "s3";
		}

		@Override
		public void close() {
		}

	}

}
