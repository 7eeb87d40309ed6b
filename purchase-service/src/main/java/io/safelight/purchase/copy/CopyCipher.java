package io.safelight.purchase.copy;

import java.io.OutputStream;
import java.util.Map;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import software.amazon.cryptography.materialproviders.ICryptographicMaterialsManager;
import software.amazon.cryptography.materialproviders.IKeyring;
import software.amazon.cryptography.materialproviders.MaterialProviders;
import software.amazon.cryptography.materialproviders.model.CreateDefaultCryptographicMaterialsManagerInput;
import software.amazon.cryptography.materialproviders.model.CreateRequiredEncryptionContextCMMInput;

/**
 * The AWS Encryption SDK as we use it: the committing suite without a signature, as the
 * same party encrypts and decrypts and every frame that is given out was authenticated by
 * itself; 64 KiB frames, so that a stream holds little; one data key; and a context that
 * is required, not merely recorded. Thread-safe.
 * <p>
 * Only output streams are used, as decrypting through the SDK's input stream is quadratic
 * in the frame size.
 */
final class CopyCipher {

	private static final int FRAME = 64 * 1024;

	private final MaterialProviders materials;

	private final AwsCrypto crypto;

	CopyCipher(MaterialProviders materials) {
		this.materials = materials;
		this.crypto = AwsCrypto.builder()
			.withMaterialProviders(materials)
			.withCommitmentPolicy(CommitmentPolicy.RequireEncryptRequireDecrypt)
			.withEncryptionAlgorithm(CryptoAlgorithm.ALG_AES_256_GCM_HKDF_SHA512_COMMIT_KEY)
			.withEncryptionFrameSize(FRAME)
			.withMaxEncryptedDataKeys(1)
			.build();
	}

	/**
	 * Plaintext goes in, ciphertext comes out there; closing it writes the last frame.
	 */
	OutputStream encrypting(IKeyring keyring, Map<String, String> context, OutputStream ciphertext) {
		return this.crypto.createEncryptingStream(required(keyring), ciphertext, context);
	}

	/** Ciphertext goes in, authenticated plaintext comes out there, frame by frame. */
	OutputStream decrypting(IKeyring keyring, Map<String, String> context, OutputStream plaintext) {
		return this.crypto.createDecryptingStream(required(keyring), plaintext, context);
	}

	private ICryptographicMaterialsManager required(IKeyring keyring) {
		ICryptographicMaterialsManager manager = this.materials.CreateDefaultCryptographicMaterialsManager(
				CreateDefaultCryptographicMaterialsManagerInput.builder().keyring(keyring).build());
		return this.materials.CreateRequiredEncryptionContextCMM(CreateRequiredEncryptionContextCMMInput.builder()
			.underlyingCMM(manager)
			.requiredEncryptionContextKeys(CopyContext.KEYS)
			.build());
	}

}
