package io.safelight.cloud.rekognition;

import io.safelight.cloud.Account;
import io.safelight.cloud.AwsService;
import io.safelight.cloud.AwsServiceFactory;

/**
 * Puts Rekognition into an account.
 */
public final class RekognitionFactory implements AwsServiceFactory {

	@Override
	public AwsService create(Account account) {
		return new RekognitionEndpoint(() -> account.backend("s3"));
	}

}
