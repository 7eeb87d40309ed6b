package io.safelight.cloud.identity;

import io.safelight.cloud.Account;
import io.safelight.cloud.IdentityServer;
import io.safelight.cloud.IdentityServerFactory;

/**
 * Puts the OpenID provider beside an account.
 */
public final class IdentityFactory implements IdentityServerFactory {

	@Override
	public IdentityServer start(Account account, int port) {
		SigningKeys keys = new SigningKeys(account.state().map("identity.keys", SigningKeys.Stored.class));
		return SpringIdentityServer.start(port, keys.current(), account.clock());
	}

}
