package io.safelight.cloud.identity;

import io.safelight.cloud.Account;
import io.safelight.cloud.IdentityServer;
import io.safelight.cloud.IdentityServerFactory;
import io.safelight.cloud.Options;

/**
 * Puts the OpenID provider beside an account.
 */
public final class IdentityFactory implements IdentityServerFactory {

	@Override
	public IdentityServer start(Account account, Options options) {
		SigningKeys keys = new SigningKeys(account.state().map("identity.keys", SigningKeys.Stored.class));
		return SpringIdentityServer.start(options, keys.current(), account.clock());
	}

}
