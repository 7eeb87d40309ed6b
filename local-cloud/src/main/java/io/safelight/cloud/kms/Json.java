package io.safelight.cloud.kms;

import java.math.BigDecimal;
import java.time.Instant;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answers' parts that occur in several operations.
 */
final class Json {

	private Json() {
	}

	static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	/**
	 * A time as the JSON protocol writes it: seconds since 1970 with their fraction.
	 */
	static BigDecimal seconds(Instant time) {
		return BigDecimal.valueOf(time.toEpochMilli(), 3);
	}

	static void putAlgorithms(ObjectNode node, KmsKey key) {
		if (key.usage() == KeyUsage.ENCRYPT_DECRYPT) {
			node.putArray("EncryptionAlgorithms").add(KeySpec.SYMMETRIC_DEFAULT.name());
			return;
		}
		ArrayNode list = node.putArray("SigningAlgorithms");
		key.spec().signingAlgorithms().forEach((algorithm) -> list.add(algorithm.name()));
	}

}
