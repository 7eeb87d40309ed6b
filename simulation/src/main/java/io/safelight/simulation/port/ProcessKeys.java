package io.safelight.simulation.port;

import io.safelight.purchase.copy.UserKeys;
import io.safelight.simulation.Process;
import io.safelight.simulation.World;
import software.amazon.cryptography.materialproviders.IKeyring;

/**
 * The keys as one process reaches them.
 */
final class ProcessKeys implements UserKeys {

	private final World world;

	private final Process process;

	private final Keys keys;

	ProcessKeys(World world, Process process, Keys keys) {
		this.world = world;
		this.process = process;
		this.keys = keys;
	}

	@Override
	public String keyOf(String userId) {
		return this.world.call(this.process, "kms.keyOf", () -> this.keys.keyOf(userId));
	}

	@Override
	public IKeyring keyring(String keyId) {
		return this.world.call(this.process, "kms.keyring", () -> Keys.keyring(keyId));
	}

	public void destroy(String userId) {
		throw new UnsupportedOperationException("Nobody is erased here");
	}

}
