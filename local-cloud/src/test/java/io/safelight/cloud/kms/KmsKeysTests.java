package io.safelight.cloud.kms;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.safelight.cloud.AwsError;
import io.safelight.cloud.StateStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KmsKeysTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	private final StateStore store = StateStore.open(Optional.empty());

	private final KmsKeys keys = keysAt(NOW);

	@AfterEach
	void close() {
		this.store.close();
	}

	@Test
	void findsAKeyByIdArnAliasAndAliasArn() {
		KmsKey key = newKey();
		this.keys.addAlias("alias/sale", "us-east-1", key);
		assertThat(this.keys.find(key.id()).id()).isEqualTo(key.id());
		assertThat(this.keys.find(key.arn()).id()).isEqualTo(key.id());
		assertThat(this.keys.find("alias/sale").id()).isEqualTo(key.id());
		assertThat(this.keys.find("arn:aws:kms:us-east-1:000000000000:alias/sale").id()).isEqualTo(key.id());
	}

	@Test
	void findsNoKeyByAnArnOfAnotherRegionOrAccount() {
		KmsKey key = newKey();
		refuses(key.arn().replace("us-east-1", "eu-west-1"));
		refuses(key.arn().replace("000000000000", "111111111111"));
		refuses("not-an-id");
		refuses("alias/unknown");
		refuses(UUID.randomUUID().toString());
	}

	@Test
	void doesNotFindAKeyByItsAliasWhereTheKeyItselfIsWanted() {
		this.keys.addAlias("alias/sale", "us-east-1", newKey());
		assertThatExceptionOfType(AwsError.class).isThrownBy(() -> this.keys.findById("alias/sale"))
			.satisfies((error) -> assertThat(error.code()).isEqualTo("NotFoundException"));
	}

	@Test
	void forgetsAKeyAndItsAliasesWhenItsDeletionDateHasCome() {
		KmsKey key = newKey();
		this.keys.addAlias("alias/sale", "us-east-1", key);
		this.keys.change(key.id(), (current) -> current.pendingDeletionUntil(NOW.plus(Duration.ofDays(7))));
		KmsKeys justBefore = keysAt(NOW.plus(Duration.ofDays(7)).minusMillis(1));
		assertThat(justBefore.find("alias/sale").state()).isEqualTo(KeyState.PENDING_DELETION);
		KmsKeys then = keysAt(NOW.plus(Duration.ofDays(7)));
		assertThat(then.allAliases()).isEmpty();
		assertThat(then.all()).isEmpty();
		assertThatExceptionOfType(AwsError.class).isThrownBy(() -> then.find(key.id()));
		assertThatExceptionOfType(AwsError.class).isThrownBy(() -> then.find("alias/sale"));
	}

	@Test
	void givesTheNameOfAVanishedKeyToANewOne() {
		KmsKey old = newKey();
		this.keys.addAlias("alias/sale", "us-east-1", old);
		this.keys.change(old.id(), (current) -> current.pendingDeletionUntil(NOW.plus(Duration.ofDays(7))));
		KmsKeys later = keysAt(NOW.plus(Duration.ofDays(8)));
		KmsKey fresh = newKey();
		later.addAlias("alias/sale", "us-east-1", fresh);
		assertThat(later.find("alias/sale").id()).isEqualTo(fresh.id());
	}

	private KmsKey newKey() {
		KmsKey key = new KmsKey(UUID.randomUUID().toString(), "us-east-1", KeySpec.SYMMETRIC_DEFAULT,
				KeyUsage.ENCRYPT_DECRYPT, "", NOW, KeyState.ENABLED, null, "{}", Map.of(),
				KeySpec.SYMMETRIC_DEFAULT.generate(new SecureRandom()));
		this.keys.add(key);
		return key;
	}

	private KmsKeys keysAt(Instant time) {
		return new KmsKeys(this.store.map("kms.keys", KmsKey.class), this.store.map("kms.aliases", KmsAlias.class),
				Clock.fixed(time, ZoneOffset.UTC));
	}

	private void refuses(String reference) {
		assertThatExceptionOfType(AwsError.class).isThrownBy(() -> this.keys.find(reference))
			.satisfies((error) -> assertThat(error.code()).isEqualTo("NotFoundException"));
	}

}
