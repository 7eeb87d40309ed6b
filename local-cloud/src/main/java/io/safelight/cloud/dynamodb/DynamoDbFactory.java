package io.safelight.cloud.dynamodb;

import io.safelight.cloud.Account;
import io.safelight.cloud.AwsService;
import io.safelight.cloud.AwsServiceFactory;

/**
 * Starts DynamoDB Local.
 */
public final class DynamoDbFactory implements AwsServiceFactory {

	/**
	 * Makes the factory.
	 */
	public DynamoDbFactory() {
	}

	@Override
	public AwsService create(Account account) {
		return DynamoDb.start(account.state().directory().map((directory) -> directory.resolve("dynamodb")));
	}

}
