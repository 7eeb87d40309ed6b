package io.safelight.purchase.copy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.cryptography.materialproviders.IKeyring;
import software.amazon.cryptography.materialproviders.MaterialProviders;
import software.amazon.cryptography.materialproviders.model.AesWrappingAlg;
import software.amazon.cryptography.materialproviders.model.CreateRawAesKeyringInput;
import software.amazon.cryptography.materialproviders.model.MaterialProvidersConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class CopyCipherTests {

	private static final Map<String, String> CONTEXT = Map.of("userId", "ben", "photoId", "photo", "licenceId",
			"licence", "size", "full", "purpose", "purchase-copy", "v", "1");

	private static final MaterialProviders MATERIALS = MaterialProviders.builder()
		.MaterialProvidersConfig(MaterialProvidersConfig.builder().build())
		.build();

	private final CopyCipher cipher = new CopyCipher(MATERIALS);

	private final IKeyring key = keyring(1);

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 65_535, 65_536, 65_537, 1_000_000 })
	void bringsBackWhatWentIn(int size) throws IOException {
		byte[] plaintext = random(size);
		assertThat(decrypted(this.key, CONTEXT, encrypted(plaintext))).isEqualTo(plaintext);
	}

	@Test
	void showsNothingOfThePlaintext() throws IOException {
		byte[] plaintext = new byte[200_000];
		Arrays.fill(plaintext, (byte) 'x');
		assertThat(new String(encrypted(plaintext), java.nio.charset.StandardCharsets.ISO_8859_1))
			.doesNotContain("xxxxxx");
	}

	@Test
	void refusesAnotherKey() throws IOException {
		assertGivesNothing(keyring(2), CONTEXT, encrypted(random(100)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "userId", "photoId", "licenceId", "size", "purpose", "v" })
	void refusesAContextThatDiffersInOneValue(String name) throws IOException {
		Map<String, String> other = new HashMap<>(CONTEXT);
		other.put(name, "other");
		assertGivesNothing(this.key, other, encrypted(random(100)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "userId", "photoId", "licenceId", "size", "purpose", "v" })
	void refusesAContextThatLacksOneValue(String name) throws IOException {
		Map<String, String> less = new HashMap<>(CONTEXT);
		less.remove(name);
		assertGivesNothing(this.key, less, encrypted(random(100)));
	}

	@Test
	void givesOutOnlyWhatWasAuthenticatedWhenABitIsFlipped() throws IOException {
		byte[] plaintext = random(300_000);
		byte[] ciphertext = encrypted(plaintext);
		Random random = new Random(5);
		for (int round = 0; round < 200; round++) {
			byte[] flipped = ciphertext.clone();
			flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			assertThatException().isThrownBy(() -> decrypt(this.key, CONTEXT, flipped, out));
			assertThat(out.size()).isLessThan(plaintext.length);
			assertThat(out.toByteArray()).isEqualTo(Arrays.copyOf(plaintext, out.size()));
		}
	}

	@Test
	void refusesACopyThatEndsEarly() throws IOException {
		byte[] ciphertext = encrypted(random(200_000));
		for (int length = 1; length < ciphertext.length; length += 9_973) {
			byte[] cut = Arrays.copyOf(ciphertext, length);
			assertThatException().isThrownBy(() -> decrypt(this.key, CONTEXT, cut, OutputStream.nullOutputStream()));
		}
	}

	private void assertGivesNothing(IKeyring with, Map<String, String> context, byte[] ciphertext) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		assertThatException().isThrownBy(() -> decrypt(with, context, ciphertext, out));
		assertThat(out.size()).isZero();
	}

	private byte[] encrypted(byte[] plaintext) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (OutputStream encrypting = this.cipher.encrypting(this.key, CONTEXT, out)) {
			encrypting.write(plaintext);
		}
		return out.toByteArray();
	}

	private byte[] decrypted(IKeyring with, Map<String, String> context, byte[] ciphertext) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		decrypt(with, context, ciphertext, out);
		return out.toByteArray();
	}

	private void decrypt(IKeyring with, Map<String, String> context, byte[] ciphertext, OutputStream out)
			throws IOException {
		OutputStream decrypting = this.cipher.decrypting(with, context, out);
		decrypting.write(ciphertext);
		decrypting.close();
	}

	private static byte[] random(int size) {
		byte[] bytes = new byte[size];
		new Random(size).nextBytes(bytes);
		return bytes;
	}

	private static IKeyring keyring(int fill) {
		byte[] key = new byte[32];
		Arrays.fill(key, (byte) fill);
		return MATERIALS.CreateRawAesKeyring(CreateRawAesKeyringInput.builder()
			.keyNamespace("tests")
			.keyName("key")
			.wrappingKey(ByteBuffer.wrap(key))
			.wrappingAlg(AesWrappingAlg.ALG_AES256_GCM_IV12_TAG16)
			.build());
	}

}
