package io.safelight.cloud.kms;

/**
 * Where a key is in its life, by the names that have a meaning on the wire.
 */
enum KeyState {

	/**
	 * Works.
	 */
	ENABLED("Enabled"),

	/**
	 * Refuses all cryptography until it is enabled again.
	 */
	DISABLED("Disabled"),

	/**
	 * Refuses nearly everything and vanishes at its deletion date.
	 */
	PENDING_DELETION("PendingDeletion");

	private final String wireName;

	KeyState(String wireName) {
		this.wireName = wireName;
	}

	String wireName() {
		return this.wireName;
	}

}
