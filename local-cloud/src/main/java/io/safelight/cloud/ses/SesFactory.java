package io.safelight.cloud.ses;

import io.safelight.cloud.Account;
import io.safelight.cloud.AwsService;
import io.safelight.cloud.AwsServiceFactory;

/**
 * Puts SES into an account.
 */
public final class SesFactory implements AwsServiceFactory {

	@Override
	public AwsService create(Account account) {
		return new SesEndpoint(account.state(), account.clock());
	}

}
