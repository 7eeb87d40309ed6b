package io.safelight.cloud.kms;

/**
 * The bytes of a key.
 *
 * @param secret the AES key, or the private key as PKCS #8
 * @param open the public key as SubjectPublicKeyInfo; no bytes for a symmetric key
 */
record KeyMaterial(byte[] secret, byte[] open) {

}
