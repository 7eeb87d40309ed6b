package io.safelight.cloud.s3;

import io.safelight.cloud.Account;
import io.safelight.cloud.AwsService;
import io.safelight.cloud.AwsServiceFactory;

/**
 * Starts S3Mock.
 */
public final class S3Factory implements AwsServiceFactory {

	/**
	 * Makes the factory.
	 */
	public S3Factory() {
	}

	@Override
	public AwsService create(Account account) {
		return new S3(S3MockServer.start(account.state().directory().map((directory) -> directory.resolve("s3"))));
	}

}
