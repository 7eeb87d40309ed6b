package io.safelight.cloud.sqs;

import io.safelight.cloud.Account;
import io.safelight.cloud.AwsService;
import io.safelight.cloud.AwsServiceFactory;

/**
 * Starts ElasticMQ.
 */
public final class SqsFactory implements AwsServiceFactory {

	/**
	 * Makes the factory.
	 */
	public SqsFactory() {
	}

	@Override
	public AwsService create(Account account) {
		return new Sqs(ElasticMq.start(account.endpoint(), account.state().directory()));
	}

}
