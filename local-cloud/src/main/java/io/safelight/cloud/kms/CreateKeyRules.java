package io.safelight.cloud.kms;

import java.util.Set;

import io.safelight.cloud.Account;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a key may be made of.
 */
final class CreateKeyRules {

	static final String DEFAULT_POLICY = """
			{"Version":"2012-10-17","Id":"key-default-1","Statement":[{"Sid":"Enable IAM User Permissions",\
			"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%s:root"},"Action":"kms:*","Resource":"*"}]}"""
		.formatted(Account.ID);

	private static final int POLICY_LIMIT = 32 * 1024;

	private static final int DESCRIPTION_LIMIT = 8192;

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final Set<String> NOT_EMULATED = Set.of("ECC_SECG_P256K1", "ECC_NIST_EDWARDS25519", "HMAC_224",
			"HMAC_256", "HMAC_384", "HMAC_512", "SM2", "ML_DSA_44", "ML_DSA_65", "ML_DSA_87");

	private CreateKeyRules() {
	}

	static KeySpec spec(Input input) {
		String name = input.text("KeySpec")
			.or(() -> input.text("CustomerMasterKeySpec"))
			.orElse(KeySpec.SYMMETRIC_DEFAULT.name());
		return KeySpec.named(name).orElseThrow(() -> unknownSpec(name));
	}

	static KeyUsage usage(Input input, KeySpec spec) {
		if (input.text("KeyUsage").isEmpty() && !spec.isSymmetric()) {
			throw KmsErrors.validation(
					"You must specify a KeyUsage value for all KMS keys except for symmetric " + "encryption keys.");
		}
		String name = input.text("KeyUsage").orElse(KeyUsage.ENCRYPT_DECRYPT.name());
		for (KeyUsage usage : KeyUsage.values()) {
			if (usage.name().equals(name) && spec.allows(usage)) {
				return usage;
			}
		}
		throw refusedUsage(name, spec);
	}

	static String description(Input input) {
		String words = input.text("Description").orElse("");
		if (words.length() > DESCRIPTION_LIMIT) {
			throw KmsErrors.constraint("description", "must have length less than or equal to " + DESCRIPTION_LIMIT);
		}
		return words;
	}

	/**
	 * A policy is stored as it came, if it is a JSON object of a size that AWS takes.
	 */
	static String policy(String document) {
		if (document.isEmpty() || document.length() > POLICY_LIMIT) {
			throw KmsErrors.constraint("policy", "must have length between 1 and " + POLICY_LIMIT);
		}
		try {
			if (MAPPER.readTree(document).isObject()) {
				return document;
			}
		}
		catch (JacksonException ex) {
			// Answered below like every other document that is no object.
		}
		throw KmsErrors.refusal("MalformedPolicyDocumentException", "The policy is not a JSON object.");
	}

	static void refuseWhatIsNotEmulated(Input input) {
		String origin = input.text("Origin").orElse("AWS_KMS");
		if (!origin.equals("AWS_KMS")) {
			throw KmsErrors.unsupported("Keys of origin " + origin + " are not emulated by local-cloud.");
		}
		if (input.flag("MultiRegion")) {
			throw KmsErrors.unsupported("Multi-Region keys are not emulated by local-cloud.");
		}
		input.text("Policy").ifPresent(CreateKeyRules::policy);
	}

	private static RuntimeException unknownSpec(String name) {
		return NOT_EMULATED.contains(name)
				? KmsErrors.unsupported("Keys of spec " + name + " are not emulated by local-cloud.")
				: KmsErrors.constraint("keySpec", "must satisfy enum value set, and " + name + " is not in it");
	}

	private static RuntimeException refusedUsage(String name, KeySpec spec) {
		if (spec.algorithm().equals("RSA") && name.equals(KeyUsage.ENCRYPT_DECRYPT.name())) {
			return KmsErrors.unsupported("RSA keys for encryption are not emulated by local-cloud.");
		}
		return KmsErrors.validation("KeyUsage " + name + " is not compatible with KeySpec " + spec);
	}

}
