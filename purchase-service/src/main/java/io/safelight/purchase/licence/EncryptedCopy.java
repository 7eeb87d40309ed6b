package io.safelight.purchase.licence;

import java.time.Instant;

/**
 * The buyer's copy at rest.
 *
 * @param bucket where it is
 * @param key its key
 * @param keyId the user's key that it is encrypted under
 * @param bytes the size of the ciphertext
 * @param sha256 of the ciphertext, in lower-case hex
 * @param madeAt when
 */
public record EncryptedCopy(String bucket, String key, String keyId, long bytes, String sha256, Instant madeAt) {
}
