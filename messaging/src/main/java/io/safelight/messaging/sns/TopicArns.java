package io.safelight.messaging.sns;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.Topic;

/**
 * The ARNs of topics that exist. It never creates one: a mistyped name must fail, not
 * become a topic that nobody reads. Thread-safe.
 */
public final class TopicArns {

	private final SnsClient sns;

	private final Map<String, String> known = new ConcurrentHashMap<>();

	public TopicArns(SnsClient sns) {
		this.sns = sns;
	}

	/**
	 * The ARN of a topic.
	 * @throws MissingTopicException if there is no topic of that name
	 */
	public String arn(String topic) {
		String arn = this.known.get(topic);
		if (arn == null) {
			refresh();
			arn = this.known.get(topic);
		}
		if (arn == null) {
			throw new MissingTopicException(topic);
		}
		return arn;
	}

	private void refresh() {
		this.sns.listTopicsPaginator().stream().map(ListTopicsResponse::topics).forEach((topics) -> {
			for (Topic topic : topics) {
				String arn = topic.topicArn();
				this.known.put(arn.substring(arn.lastIndexOf(':') + 1), arn);
			}
		});
	}

}
