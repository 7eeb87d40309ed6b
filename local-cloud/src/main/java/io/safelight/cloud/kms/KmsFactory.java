package io.safelight.cloud.kms;

import io.safelight.cloud.Account;
import io.safelight.cloud.AwsService;
import io.safelight.cloud.AwsServiceFactory;

/**
 * Puts KMS into an account.
 */
public final class KmsFactory implements AwsServiceFactory {

	@Override
	public AwsService create(Account account) {
		return new KmsEndpoint(account.state(), account.clock());
	}

}
