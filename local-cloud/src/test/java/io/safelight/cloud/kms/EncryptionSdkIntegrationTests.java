package io.safelight.cloud.kms;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import io.safelight.cloud.CloudOfTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.cryptography.materialproviders.IKeyring;
import software.amazon.cryptography.materialproviders.MaterialProviders;
import software.amazon.cryptography.materialproviders.model.CreateAwsKmsKeyringInput;
import software.amazon.cryptography.materialproviders.model.MaterialProvidersConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The AWS Encryption SDK is the strictest client of KMS: it checks the ids and contexts
 * of every answer.
 */
class EncryptionSdkIntegrationTests {

	private static final byte[] PICTURE = "light and dark".repeat(10_000).getBytes(StandardCharsets.UTF_8);

	private static final Map<String, String> CONTEXT = Map.of("userId", "ben", "photoId", "p1");

	private static final KmsClient kms = CloudOfTests
		.client(KmsClient.builder().httpClient(UrlConnectionHttpClient.create()));

	private final AwsCrypto crypto = AwsCrypto.builder()
		.withCommitmentPolicy(CommitmentPolicy.RequireEncryptRequireDecrypt)
		.build();

	@AfterAll
	static void close() {
		kms.close();
	}

	@Test
	void encryptsAndDecryptsWithAKmsKeyring() {
		IKeyring keyring = keyring();
		byte[] sealed = this.crypto.encryptData(keyring, PICTURE, CONTEXT).getResult();
		assertThat(this.crypto.decryptData(keyring, sealed, CONTEXT).getResult()).isEqualTo(PICTURE);
	}

	@Test
	void opensNothingWithTheKeyOfSomebodyElse() {
		byte[] sealed = this.crypto.encryptData(keyring(), PICTURE, CONTEXT).getResult();
		IKeyring other = keyring();
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.crypto.decryptData(other, sealed, CONTEXT));
	}

	private static IKeyring keyring() {
		String key = kms.createKey().keyMetadata().arn();
		return MaterialProviders.builder()
			.MaterialProvidersConfig(MaterialProvidersConfig.builder().build())
			.build()
			.CreateAwsKmsKeyring(CreateAwsKmsKeyringInput.builder().kmsKeyId(key).kmsClient(kms).build());
	}

}
