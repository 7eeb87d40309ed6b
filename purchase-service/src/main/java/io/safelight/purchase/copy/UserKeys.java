package io.safelight.purchase.copy;

import software.amazon.cryptography.materialproviders.IKeyring;

/**
 * Each user has their own key. Implementations are safe for use by several threads.
 */
public interface UserKeys {

	/**
	 * The key that this user's copies are encrypted under from now on, made if there is
	 * none yet. Several callers at once get the same one.
	 * @param userId the user
	 * @return the key's id, lasting
	 * @throws KeyUnavailableException if the key is there and must not be used
	 */
	String keyOf(String userId);

	/**
	 * Makes everything unreadable, for good, that was encrypted under this user's key: at
	 * once, though the key itself may be destroyed only later. Doing it again changes
	 * nothing.
	 * @param userId the user
	 */
	void destroy(String userId);

	/**
	 * What the Encryption SDK needs to use a key.
	 * @param keyId an id that {@link #keyOf} has answered, now or once
	 */
	IKeyring keyring(String keyId);

}
