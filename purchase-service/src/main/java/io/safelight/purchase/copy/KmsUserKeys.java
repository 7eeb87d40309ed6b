package io.safelight.purchase.copy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AlreadyExistsException;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.Tag;
import software.amazon.cryptography.materialproviders.IKeyring;
import software.amazon.cryptography.materialproviders.MaterialProviders;
import software.amazon.cryptography.materialproviders.model.CreateAwsKmsKeyringInput;

/**
 * One KMS key for each user, made when the user first buys and found by its alias
 * {@code alias/safelight-user-<hash of the user's id>}. An alias exists once, so the race
 * of two instances to make the key has one winner; the loser's key is scheduled for
 * deletion. Thread-safe.
 */
public final class KmsUserKeys implements UserKeys {

	/** The shortest that KMS allows. */
	private static final int DELETION_DAYS = 7;

	private final KmsClient kms;

	private final MaterialProviders materials;

	public KmsUserKeys(KmsClient kms, MaterialProviders materials) {
		this.kms = kms;
		this.materials = materials;
	}

	@Override
	public String keyOf(String userId) {
		String alias = alias(userId);
		return usable(describe(alias).orElseGet(() -> create(alias)));
	}

	static String alias(String userId) {
		return "alias/safelight-user-" + Sha256.hex(userId.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
	}

	private Optional<KeyMetadata> describe(String alias) {
		try {
			return Optional.of(this.kms.describeKey((request) -> request.keyId(alias)).keyMetadata());
		}
		catch (NotFoundException ex) {
			return Optional.empty();
		}
	}

	private KeyMetadata create(String alias) {
		KeyMetadata made = this.kms
			.createKey((request) -> request.description("Copies of one Safelight buyer")
				.tags(Tag.builder().tagKey("safelight").tagValue("user-key").build()))
			.keyMetadata();
		try {
			this.kms.createAlias((request) -> request.aliasName(alias).targetKeyId(made.keyId()));
			return made;
		}
		catch (AlreadyExistsException ex) {
			this.kms.scheduleKeyDeletion((request) -> request.keyId(made.keyId()).pendingWindowInDays(DELETION_DAYS));
			return describe(alias).orElseThrow(() -> ex);
		}
	}

	private static String usable(KeyMetadata key) {
		if (key.keyState() != KeyState.ENABLED) {
			throw new KeyUnavailableException("The buyer's key is " + key.keyStateAsString() + ".");
		}
		return key.arn();
	}

	/**
	 * KMS refuses to use a key from the moment on that its deletion is scheduled. The
	 * alias stays with it until then, so that nobody makes a new key in the meantime.
	 */
	@Override
	public void destroy(String userId) {
		describe(alias(userId)).filter((key) -> key.keyState() != KeyState.PENDING_DELETION)
			.ifPresent((key) -> this.kms
				.scheduleKeyDeletion((request) -> request.keyId(key.keyId()).pendingWindowInDays(DELETION_DAYS)));
	}

	@Override
	public IKeyring keyring(String keyId) {
		return this.materials
			.CreateAwsKmsKeyring(CreateAwsKmsKeyringInput.builder().kmsKeyId(keyId).kmsClient(this.kms).build());
	}

}
