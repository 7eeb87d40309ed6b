package io.safelight.cloud.sns;

import io.safelight.cloud.Account;
import io.safelight.cloud.AwsService;
import io.safelight.cloud.AwsServiceFactory;
import io.safelight.cloud.StateStore;

/**
 * Makes SNS.
 */
public final class SnsFactory implements AwsServiceFactory {

	/**
	 * Makes the factory.
	 */
	public SnsFactory() {
	}

	@Override
	public AwsService create(Account account) {
		StateStore state = account.state();
		Topics topics = new Topics(state.map("sns.topics", Topic.class));
		Subscriptions subscriptions = new Subscriptions(state.map("sns.subscriptions", Subscription.class));
		Delivery delivery = new Delivery(subscriptions, new Queues(() -> account.backend("sqs")),
				new Notification(account.endpoint()));
		Deduplication deduplication = new Deduplication(state.map("sns.published", Deduplication.Published.class),
				account.clock());
		Publisher publisher = new Publisher(new MessageReader(account.clock()), deduplication, delivery);
		return new Sns(new TopicOperations(topics, subscriptions), new SubscriptionOperations(topics, subscriptions),
				new PublishOperations(topics, publisher), delivery);
	}

}
