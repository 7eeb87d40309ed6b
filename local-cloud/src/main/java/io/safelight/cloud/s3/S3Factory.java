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
		S3MockServer server = S3MockServer.start(account.state().directory().map((path) -> path.resolve("s3")));
		return new S3(server, new Configurations(account.state().map("s3.configurations", Configurations.Kept.class)));
	}

}
