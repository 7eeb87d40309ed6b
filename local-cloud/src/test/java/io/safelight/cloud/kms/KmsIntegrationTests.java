package io.safelight.cloud.kms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.safelight.cloud.CloudOfTests;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.EncryptResponse;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.Tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KmsIntegrationTests {

	private static final SdkBytes SECRET = SdkBytes.fromUtf8String("the key of a picture");

	private static final Map<String, String> CONTEXT = Map.of("userId", "ben", "photoId", "p1");

	private static final KmsClient kms = CloudOfTests
		.client(KmsClient.builder().httpClient(UrlConnectionHttpClient.create()));

	@AfterAll
	static void close() {
		kms.close();
	}

	@Test
	void describesANewKey() {
		KeyMetadata key = kms.createKey((request) -> request.description("Ben's key")).keyMetadata();
		assertThat(key.arn()).isEqualTo("arn:aws:kms:us-east-1:000000000000:key/" + key.keyId());
		assertThat(key.keyState()).isEqualTo(KeyState.ENABLED);
		assertThat(key.keyUsage()).isEqualTo(KeyUsageType.ENCRYPT_DECRYPT);
		assertThat(kms.describeKey((request) -> request.keyId(key.arn())).keyMetadata()).isEqualTo(key);
	}

	@Test
	void listsAllKeysPageByPage() {
		List<String> made = List.of(newKey(), newKey(), newKey());
		assertThat(kms.listKeysPaginator((request) -> request.limit(2)).keys().stream().map(KeyListEntry::keyId))
			.containsAll(made)
			.doesNotHaveDuplicates();
		refuses("InvalidMarkerException", () -> kms.listKeys((request) -> request.marker("no marker!")));
	}

	@Test
	void decryptsWhatItEncryptedWithoutBeingToldTheKey() {
		String key = newKey();
		SdkBytes blob = encrypt(key);
		assertThat(kms.decrypt((request) -> request.ciphertextBlob(blob).encryptionContext(CONTEXT)).plaintext())
			.isEqualTo(SECRET);
	}

	@Test
	void refusesAWrongContextAndATamperedCiphertext() {
		SdkBytes blob = encrypt(newKey());
		refuses("InvalidCiphertextException", () -> kms.decrypt((request) -> request.ciphertextBlob(blob)));
		byte[] bytes = blob.asByteArray();
		bytes[bytes.length - 1] ^= 1;
		refuses("InvalidCiphertextException", () -> kms
			.decrypt((request) -> request.ciphertextBlob(SdkBytes.fromByteArray(bytes)).encryptionContext(CONTEXT)));
	}

	@Test
	void refusesAnotherKeyThanTheOneThatEncrypted() {
		SdkBytes blob = encrypt(newKey());
		String other = newKey();
		refuses("IncorrectKeyException",
				() -> kms.decrypt((request) -> request.ciphertextBlob(blob).keyId(other).encryptionContext(CONTEXT)));
	}

	@Test
	void keepsToTheLimitsOfAws() {
		String key = newKey();
		SdkBytes largest = SdkBytes.fromByteArray(new byte[4096]);
		assertThat(kms.encrypt((request) -> request.keyId(key).plaintext(largest)).ciphertextBlob()).isNotNull();
		SdkBytes tooLarge = SdkBytes.fromByteArray(new byte[4097]);
		refuses("ValidationException", () -> kms.encrypt((request) -> request.keyId(key).plaintext(tooLarge)));
		refuses("ValidationException", () -> kms.generateRandom((request) -> request.numberOfBytes(1025)));
		refuses("ValidationException", () -> kms.generateDataKey((request) -> request.keyId(key)));
		refuses("ValidationException",
				() -> kms.createAlias((request) -> request.aliasName("no-prefix").targetKeyId(key)));
		refuses("ValidationException",
				() -> kms.scheduleKeyDeletion((request) -> request.keyId(key).pendingWindowInDays(6)));
	}

	@Test
	void givesDataKeysThatItCanDecrypt() {
		String key = newKey();
		GenerateDataKeyResponse dataKey = kms
			.generateDataKey((request) -> request.keyId(key).keySpec(DataKeySpec.AES_256).encryptionContext(CONTEXT));
		assertThat(dataKey.plaintext().asByteArray()).hasSize(32);
		assertThat(kms.decrypt((request) -> request.ciphertextBlob(dataKey.ciphertextBlob()).encryptionContext(CONTEXT))
			.plaintext()).isEqualTo(dataKey.plaintext());
		SdkBytes blob = kms.generateDataKeyWithoutPlaintext((request) -> request.keyId(key).numberOfBytes(64))
			.ciphertextBlob();
		assertThat(kms.decrypt((request) -> request.ciphertextBlob(blob)).plaintext().asByteArray()).hasSize(64);
	}

	@Test
	void movesACiphertextToAnotherKeyAndContext() {
		SdkBytes blob = encrypt(newKey());
		String other = newKey();
		SdkBytes moved = kms
			.reEncrypt((request) -> request.ciphertextBlob(blob)
				.sourceEncryptionContext(CONTEXT)
				.destinationKeyId(other)
				.destinationEncryptionContext(Map.of("userId", "bea")))
			.ciphertextBlob();
		assertThat(kms
			.decrypt((request) -> request.ciphertextBlob(moved).keyId(other).encryptionContext(Map.of("userId", "bea")))
			.plaintext()).isEqualTo(SECRET);
	}

	@Test
	void usesKeysByTheirAliases() {
		String key = newKey();
		String alias = "alias/safelight/" + UUID.randomUUID();
		kms.createAlias((request) -> request.aliasName(alias).targetKeyId(key));
		refuses("AlreadyExistsException",
				() -> kms.createAlias((request) -> request.aliasName(alias).targetKeyId(key)));
		EncryptResponse response = kms.encrypt((request) -> request.keyId(alias).plaintext(SECRET));
		assertThat(response.keyId()).endsWith(key);
		String other = newKey();
		kms.updateAlias((request) -> request.aliasName(alias).targetKeyId(other));
		assertThat(kms.listAliases((request) -> request.keyId(other)).aliases()).extracting(AliasListEntry::aliasName)
			.containsExactly(alias);
		assertThat(kms.describeKey((request) -> request.keyId("arn:aws:kms:us-east-1:000000000000:" + alias))
			.keyMetadata()
			.keyId()).isEqualTo(other);
		kms.deleteAlias((request) -> request.aliasName(alias));
		refuses("NotFoundException", () -> kms.describeKey((request) -> request.keyId(alias)));
	}

	@Test
	void stopsWorkingWhileAKeyIsDisabled() {
		String key = newKey();
		SdkBytes blob = encrypt(key);
		kms.disableKey((request) -> request.keyId(key));
		refuses("DisabledException", () -> encrypt(key));
		refuses("DisabledException",
				() -> kms.decrypt((request) -> request.ciphertextBlob(blob).encryptionContext(CONTEXT)));
		kms.enableKey((request) -> request.keyId(key));
		assertThat(encrypt(key)).isNotNull();
	}

	@Test
	void waitsBeforeAKeyIsDeletedAndCanBeStopped() {
		String key = newKey();
		kms.scheduleKeyDeletion((request) -> request.keyId(key).pendingWindowInDays(7));
		KeyMetadata pending = kms.describeKey((request) -> request.keyId(key)).keyMetadata();
		assertThat(pending.keyState()).isEqualTo(KeyState.PENDING_DELETION);
		assertThat(pending.deletionDate()).isAfter(pending.creationDate());
		refuses("KMSInvalidStateException", () -> encrypt(key));
		refuses("KMSInvalidStateException", () -> kms.enableKey((request) -> request.keyId(key)));
		kms.cancelKeyDeletion((request) -> request.keyId(key));
		assertThat(kms.describeKey((request) -> request.keyId(key)).keyMetadata().keyState())
			.isEqualTo(KeyState.DISABLED);
		refuses("KMSInvalidStateException", () -> kms.cancelKeyDeletion((request) -> request.keyId(key)));
	}

	@ParameterizedTest
	@CsvSource({ "RSA_2048, RSASSA_PKCS1_V1_5_SHA_256, SHA256withRSA",
			"ECC_NIST_P256, ECDSA_SHA_256, SHA256withECDSA" })
	void signsSoThatOthersCanVerify(KeySpec spec, SigningAlgorithmSpec algorithm, String jdkName)
			throws GeneralSecurityException {
		String key = newKey(spec);
		byte[] message = "a licence".getBytes(StandardCharsets.UTF_8);
		SdkBytes digest = SdkBytes.fromByteArray(MessageDigest.getInstance("SHA-256").digest(message));
		byte[] publicKey = kms.getPublicKey((request) -> request.keyId(key)).publicKey().asByteArray();
		Signature signature = Signature.getInstance(jdkName);
		signature.initVerify(KeyFactory.getInstance(spec.toString().startsWith("RSA") ? "RSA" : "EC")
			.generatePublic(new X509EncodedKeySpec(publicKey)));
		signature.update(message);
		SdkBytes overDigest = kms
			.sign((request) -> request.keyId(key)
				.messageType(MessageType.DIGEST)
				.message(digest)
				.signingAlgorithm(algorithm))
			.signature();
		assertThat(signature.verify(overDigest.asByteArray())).isTrue();
		assertThat(verify(key, algorithm, message, overDigest)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "RSA_2048, RSASSA_PSS_SHA_512", "ECC_NIST_P256, ECDSA_SHA_256" })
	void findsASignatureOverAnotherMessageWrong(KeySpec spec, SigningAlgorithmSpec algorithm) {
		String key = newKey(spec);
		byte[] message = "a licence".getBytes(StandardCharsets.UTF_8);
		SdkBytes signature = kms
			.sign((request) -> request.keyId(key).message(SdkBytes.fromByteArray(message)).signingAlgorithm(algorithm))
			.signature();
		assertThat(verify(key, algorithm, message, signature)).isTrue();
		byte[] other = Arrays.copyOf(message, message.length + 1);
		refuses("KMSInvalidSignatureException", () -> verify(key, algorithm, other, signature));
	}

	@Test
	void usesNoKeyForWhatItIsNotFor() {
		String signing = newKey(KeySpec.ECC_NIST_P256);
		refuses("InvalidKeyUsageException", () -> encrypt(signing));
		String symmetric = newKey();
		refuses("InvalidKeyUsageException",
				() -> kms.sign((request) -> request.keyId(symmetric)
					.message(SECRET)
					.signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256)));
		refuses("UnsupportedOperationException", () -> kms.getPublicKey((request) -> request.keyId(symmetric)));
	}

	@Test
	void keepsPolicyAndTags() {
		String key = kms.createKey((request) -> request.tags(tag("owner", "ben"))).keyMetadata().keyId();
		kms.tagResource((request) -> request.keyId(key).tags(tag("purpose", "copies")));
		assertThat(kms.listResourceTags((request) -> request.keyId(key)).tags())
			.containsExactlyInAnyOrder(tag("owner", "ben"), tag("purpose", "copies"));
		kms.putKeyPolicy((request) -> request.keyId(key).policyName("default").policy("{\"Version\":\"2012-10-17\"}"));
		assertThat(kms.getKeyPolicy((request) -> request.keyId(key)).policy()).contains("2012-10-17");
		refuses("MalformedPolicyDocumentException",
				() -> kms.putKeyPolicy((request) -> request.keyId(key).policy("anything")));
	}

	@Test
	void saysHonestlyWhatItDoesNotEmulate() {
		String key = newKey();
		refuses("UnsupportedOperationException",
				() -> kms.createGrant((request) -> request.keyId(key)
					.granteePrincipal("arn:aws:iam::000000000000:role/r")
					.operationsWithStrings("Decrypt")));
		refuses("UnsupportedOperationException", () -> kms.createKey((request) -> request.multiRegion(true)));
		refuses("UnsupportedOperationException", () -> kms
			.createKey((request) -> request.keySpec(KeySpec.HMAC_256).keyUsage(KeyUsageType.GENERATE_VERIFY_MAC)));
	}

	@Test
	void refusesUnknownKeys() {
		refuses("NotFoundException", () -> encrypt(UUID.randomUUID().toString()));
		refuses("NotFoundException", () -> encrypt("no-id"));
		refuses("DryRunOperationException", () -> {
			String key = newKey();
			kms.encrypt((request) -> request.keyId(key).plaintext(SECRET).dryRun(true));
		});
	}

	private static boolean verify(String key, SigningAlgorithmSpec algorithm, byte[] message, SdkBytes signature) {
		return kms
			.verify((request) -> request.keyId(key)
				.message(SdkBytes.fromByteArray(message))
				.signature(signature)
				.signingAlgorithm(algorithm))
			.signatureValid();
	}

	private static void refuses(String code, ThrowingCallable call) {
		assertThatExceptionOfType(KmsException.class).isThrownBy(call)
			.satisfies((error) -> assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code));
	}

	private static SdkBytes encrypt(String key) {
		return kms.encrypt((request) -> request.keyId(key).plaintext(SECRET).encryptionContext(CONTEXT))
			.ciphertextBlob();
	}

	private static String newKey() {
		return kms.createKey().keyMetadata().keyId();
	}

	private static String newKey(KeySpec spec) {
		return kms.createKey((request) -> request.keySpec(spec).keyUsage(KeyUsageType.SIGN_VERIFY))
			.keyMetadata()
			.keyId();
	}

	private static Tag tag(String name, String value) {
		return Tag.builder().tagKey(name).tagValue(value).build();
	}

}
