package io.safelight.cloud.kms;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Encryption under symmetric keys, and data keys.
 */
final class CipherOperations {

	private static final int PLAINTEXT_LIMIT = 4096;

	private static final int CIPHERTEXT_LIMIT = 6144;

	private static final int RANDOM_LIMIT = 1024;

	private static final String ALGORITHM = KeySpec.SYMMETRIC_DEFAULT.name();

	private final KmsKeys keys;

	private final Sealer sealer;

	private final SecureRandom random;

	CipherOperations(KmsKeys keys, SecureRandom random) {
		this.keys = keys;
		this.sealer = new Sealer(random);
		this.random = random;
	}

	Map<String, Function<Input, JsonNode>> byName() {
		return Map.of("Encrypt", this::encrypt, "Decrypt", this::decrypt, "ReEncrypt", this::reEncrypt,
				"GenerateDataKey", this::generateDataKey, "GenerateDataKeyWithoutPlaintext",
				this::generateDataKeyWithoutPlaintext, "GenerateRandom", this::generateRandom);
	}

	private JsonNode encrypt(Input input) {
		KmsKey key = usable(input, "KeyId", "Encrypt");
		refuseOtherAlgorithm(input, "EncryptionAlgorithm");
		byte[] plaintext = input.bytes("Plaintext", 1, PLAINTEXT_LIMIT);
		CiphertextBlob blob = this.sealer.seal(key, plaintext, input.map("EncryptionContext"));
		return sealedAnswer(key, blob).put("EncryptionAlgorithm", ALGORITHM);
	}

	private JsonNode decrypt(Input input) {
		refuseOtherAlgorithm(input, "EncryptionAlgorithm");
		refuseEnclave(input);
		CiphertextBlob blob = blob(input);
		KmsKey key = keyOf(blob, input.text("KeyId"), "Decrypt");
		byte[] plaintext = this.sealer.open(key, blob, input.map("EncryptionContext"));
		return Json.object().put("KeyId", key.arn()).put("Plaintext", plaintext).put("EncryptionAlgorithm", ALGORITHM);
	}

	private JsonNode reEncrypt(Input input) {
		refuseOtherAlgorithm(input, "SourceEncryptionAlgorithm");
		refuseOtherAlgorithm(input, "DestinationEncryptionAlgorithm");
		CiphertextBlob blob = blob(input);
		KmsKey source = keyOf(blob, input.text("SourceKeyId"), "ReEncrypt");
		KmsKey destination = usable(input, "DestinationKeyId", "ReEncrypt");
		byte[] plaintext = this.sealer.open(source, blob, input.map("SourceEncryptionContext"));
		CiphertextBlob moved = this.sealer.seal(destination, plaintext, input.map("DestinationEncryptionContext"));
		return sealedAnswer(destination, moved).put("SourceKeyId", source.arn())
			.put("SourceEncryptionAlgorithm", ALGORITHM)
			.put("DestinationEncryptionAlgorithm", ALGORITHM);
	}

	private JsonNode generateDataKey(Input input) {
		refuseEnclave(input);
		KmsKey key = usable(input, "KeyId", "GenerateDataKey");
		byte[] dataKey = dataKey(input);
		return sealedAnswer(key, this.sealer.seal(key, dataKey, input.map("EncryptionContext"))).put("Plaintext",
				dataKey);
	}

	private JsonNode generateDataKeyWithoutPlaintext(Input input) {
		KmsKey key = usable(input, "KeyId", "GenerateDataKeyWithoutPlaintext");
		return sealedAnswer(key, this.sealer.seal(key, dataKey(input), input.map("EncryptionContext")));
	}

	private JsonNode generateRandom(Input input) {
		refuseEnclave(input);
		int length = input.number("NumberOfBytes", 1, RANDOM_LIMIT)
			.orElseThrow(() -> KmsErrors.validation("NumberOfBytes is required."));
		return Json.object().put("Plaintext", randomBytes(length));
	}

	private byte[] dataKey(Input input) {
		OptionalInt length = input.number("NumberOfBytes", 1, RANDOM_LIMIT);
		Optional<String> spec = input.text("KeySpec");
		if (length.isPresent() == spec.isPresent()) {
			throw KmsErrors.validation("Please specify either number of bytes or key spec.");
		}
		return randomBytes(length.orElseGet(() -> dataKeyLength(spec.orElseThrow())));
	}

	private static int dataKeyLength(String spec) {
		return switch (spec) {
			case "AES_128" -> 16;
			case "AES_256" -> 32;
			default -> throw KmsErrors.constraint("keySpec", "must satisfy enum value set: [AES_256, AES_128]");
		};
	}

	private byte[] randomBytes(int length) {
		byte[] bytes = new byte[length];
		this.random.nextBytes(bytes);
		return bytes;
	}

	private KmsKey usable(Input input, String member, String operation) {
		return KeyGuard.usable(this.keys.find(input.required(member)), KeyUsage.ENCRYPT_DECRYPT, operation);
	}

	private KmsKey keyOf(CiphertextBlob blob, Optional<String> claimed, String operation) {
		Optional<KmsKey> expected = claimed.map(this.keys::find);
		if (expected.isPresent() && !expected.get().id().equals(blob.keyId().toString())) {
			KeyGuard.usable(expected.get(), KeyUsage.ENCRYPT_DECRYPT, operation);
			throw KmsErrors.refusal("IncorrectKeyException",
					"The key ID in the request does not identify a CMK that can perform this operation.");
		}
		KmsKey key = expected.orElseGet(() -> this.keys.findForCiphertext(blob.keyId().toString()));
		return KeyGuard.usable(key, KeyUsage.ENCRYPT_DECRYPT, operation);
	}

	private static CiphertextBlob blob(Input input) {
		return CiphertextBlob.parse(input.bytes("CiphertextBlob", 1, CIPHERTEXT_LIMIT));
	}

	private static ObjectNode sealedAnswer(KmsKey key, CiphertextBlob blob) {
		return Json.object().put("KeyId", key.arn()).put("CiphertextBlob", blob.bytes());
	}

	private static void refuseOtherAlgorithm(Input input, String member) {
		String algorithm = input.text(member).orElse(ALGORITHM);
		if (!algorithm.equals(ALGORITHM)) {
			throw KmsErrors.refusal("InvalidKeyUsageException",
					"Keys here encrypt with " + ALGORITHM + " only, not with " + algorithm + ".");
		}
	}

	private static void refuseEnclave(Input input) {
		if (input.json().hasNonNull("Recipient")) {
			throw KmsErrors.unsupported("Answers for Nitro Enclaves are not emulated by local-cloud.");
		}
	}

}
