package io.safelight.cloud.kms;

import java.util.Map;
import java.util.function.Function;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signatures and public keys of asymmetric keys.
 */
final class SigningOperations {

	private static final int MESSAGE_LIMIT = 4096;

	private static final int SIGNATURE_LIMIT = 6144;

	private final KmsKeys keys;

	SigningOperations(KmsKeys keys) {
		this.keys = keys;
	}

	Map<String, Function<Input, JsonNode>> byName() {
		return Map.of("Sign", this::sign, "Verify", this::verify, "GetPublicKey", this::publicKey);
	}

	private JsonNode sign(Input input) {
		KmsKey key = usable(input, "Sign");
		Signer signer = signer(input, key);
		byte[] signature = signer.sign(key, message(input, signer));
		return answer(key, signer).put("Signature", signature);
	}

	private JsonNode verify(Input input) {
		KmsKey key = usable(input, "Verify");
		Signer signer = signer(input, key);
		if (!signer.verify(key, message(input, signer), input.bytes("Signature", 1, SIGNATURE_LIMIT))) {
			throw KmsErrors.refusal("KMSInvalidSignatureException",
					"The signature is not one of this key's over this " + "message.");
		}
		return answer(key, signer).put("SignatureValid", true);
	}

	private JsonNode publicKey(Input input) {
		KmsKey key = this.keys.find(input.required("KeyId"));
		if (key.spec().isSymmetric()) {
			throw KmsErrors.unsupported(key.arn() + " is a symmetric key and has no public key.");
		}
		KeyGuard.usable(key, KeyUsage.SIGN_VERIFY, "GetPublicKey");
		ObjectNode answer = Json.object()
			.put("KeyId", key.arn())
			.put("PublicKey", key.material().open())
			.put("CustomerMasterKeySpec", key.spec().name())
			.put("KeySpec", key.spec().name())
			.put("KeyUsage", key.usage().name());
		Json.putAlgorithms(answer, key);
		return answer;
	}

	private KmsKey usable(Input input, String operation) {
		return KeyGuard.usable(this.keys.find(input.required("KeyId")), KeyUsage.SIGN_VERIFY, operation);
	}

	private static Signer signer(Input input, KmsKey key) {
		String name = input.required("SigningAlgorithm");
		SigningAlgorithm algorithm = SigningAlgorithm.named(name)
			.filter((candidate) -> candidate.fits(key.spec()))
			.orElseThrow(() -> KmsErrors.refusal("InvalidKeyUsageException",
					"Algorithm " + name + " is incompatible with key spec " + key.spec() + "."));
		boolean overDigest = isDigest(input.text("MessageType").orElse("RAW"));
		if (overDigest && !algorithm.takesDigests()) {
			throw KmsErrors.unsupported("PSS over a digest is not emulated by local-cloud: send the message as RAW.");
		}
		return new Signer(algorithm, overDigest);
	}

	private static boolean isDigest(String messageType) {
		return switch (messageType) {
			case "RAW" -> false;
			case "DIGEST" -> true;
			default -> throw KmsErrors.constraint("messageType", "must satisfy enum value set: [RAW, DIGEST]");
		};
	}

	private static byte[] message(Input input, Signer signer) {
		byte[] message = input.bytes("Message", 1, MESSAGE_LIMIT);
		if (signer.overDigest() && message.length != signer.algorithm().digest().length()) {
			throw KmsErrors.validation("Digest is invalid length for algorithm " + signer.algorithm() + ".");
		}
		return message;
	}

	private static ObjectNode answer(KmsKey key, Signer signer) {
		return Json.object().put("KeyId", key.arn()).put("SigningAlgorithm", signer.algorithm().name());
	}

}
