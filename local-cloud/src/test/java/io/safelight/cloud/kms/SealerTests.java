package io.safelight.cloud.kms;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.safelight.cloud.AwsError;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SealerTests {

	private static final byte[] PLAINTEXT = "a picture's key".getBytes(StandardCharsets.UTF_8);

	private final Sealer sealer = new Sealer(new SecureRandom());

	private final KmsKey key = newKey();

	@Test
	void opensWhatItSealedUnderTheSameContextInAnyOrder() {
		Map<String, String> context = new LinkedHashMap<>();
		context.put("user", "ben");
		context.put("photo", "p1");
		byte[] bytes = this.sealer.seal(this.key, PLAINTEXT, context).bytes();
		Map<String, String> turned = new LinkedHashMap<>();
		turned.put("photo", "p1");
		turned.put("user", "ben");
		assertThat(this.sealer.open(this.key, CiphertextBlob.parse(bytes), turned)).isEqualTo(PLAINTEXT);
	}

	@Test
	void refusesAnyOtherContext() {
		CiphertextBlob blob = this.sealer.seal(this.key, PLAINTEXT, Map.of("user", "ben"));
		refuses(blob, Map.of("user", "bea"));
		refuses(blob, Map.of());
		refuses(blob, Map.of("user", "ben", "more", ""));
		refuses(blob, Map.of("use", "rben"));
	}

	@Test
	void refusesEveryChangedBit() {
		byte[] bytes = this.sealer.seal(this.key, PLAINTEXT, Map.of()).bytes();
		for (int i = 17; i < bytes.length; i++) {
			byte[] changed = bytes.clone();
			changed[i] ^= 1;
			refuses(CiphertextBlob.parse(changed), Map.of());
		}
	}

	@Test
	void refusesWhatIsTooShortOrOfAnotherVersion() {
		byte[] bytes = this.sealer.seal(this.key, new byte[] { 1 }, Map.of()).bytes();
		bytes[0] = 2;
		assertThatExceptionOfType(AwsError.class).isThrownBy(() -> CiphertextBlob.parse(bytes));
		assertThatExceptionOfType(AwsError.class).isThrownBy(() -> CiphertextBlob.parse(new byte[44]));
	}

	@Test
	void sealsTheSameTextDifferentlyEachTime() {
		assertThat(this.sealer.seal(this.key, PLAINTEXT, Map.of()).bytes())
			.isNotEqualTo(this.sealer.seal(this.key, PLAINTEXT, Map.of()).bytes());
	}

	private void refuses(CiphertextBlob blob, Map<String, String> context) {
		assertThatExceptionOfType(AwsError.class).isThrownBy(() -> this.sealer.open(this.key, blob, context))
			.satisfies((error) -> assertThat(error.code()).isEqualTo("InvalidCiphertextException"));
	}

	private static KmsKey newKey() {
		return new KmsKey(UUID.randomUUID().toString(), "us-east-1", KeySpec.SYMMETRIC_DEFAULT,
				KeyUsage.ENCRYPT_DECRYPT, "", Instant.EPOCH, KeyState.ENABLED, null, "{}", Map.of(),
				KeySpec.SYMMETRIC_DEFAULT.generate(new SecureRandom()));
	}

}
