package io.safelight.cloud.sns;

import java.util.Set;

import tools.jackson.databind.json.JsonMapper;

import io.safelight.cloud.AwsError;
import io.safelight.cloud.AwsService;
import io.safelight.cloud.Call;
import io.safelight.cloud.Protocol;
import io.safelight.cloud.Request;
import io.safelight.cloud.Response;

/**
 * SNS's operations by their names.
 */
final class Sns implements AwsService {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final TopicOperations topics;

	private final SubscriptionOperations subscriptions;

	private final PublishOperations publish;

	private final Delivery delivery;

	Sns(TopicOperations topics, SubscriptionOperations subscriptions, PublishOperations publish, Delivery delivery) {
		this.topics = topics;
		this.subscriptions = subscriptions;
		this.publish = publish;
		this.delivery = delivery;
	}

	@Override
	public Set<String> signingNames() {
		return Set.of("sns");
	}

	@Override
	public Protocol protocol(Request request) {
		return Protocol.QUERY;
	}

	@Override
	public Response handle(Request request) {
		Form form = Form.of(request);
		String action = form.text("Action");
		return Response.xml("""
				<%1$sResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><%1$sResult>%2$s</%1$sResult>\
				<ResponseMetadata><RequestId>%3$s</RequestId></ResponseMetadata></%1$sResponse>""".formatted(action,
				result(action, form, request.region()), request.id()));
	}

	/**
	 * {@code GET /_safelight/sns/dropped}: how many messages found neither queue nor
	 * dead-letter queue.
	 */
	@Override
	public Response handleUnsigned(Request request) {
		if (request.path().endsWith("/sns/dropped")) {
			return Response.json(200, JSON.writeValueAsString(this.delivery.dropped()));
		}
		return AwsService.super.handleUnsigned(request);
	}

	@Override
	public Call call(Request request, Response response) {
		return PublishedUsage.call(Form.of(request));
	}

	@Override
	public void close() {
		this.delivery.close();
	}

	private String result(String action, Form form, String region) {
		return switch (action) {
			case "Publish" -> this.publish.publish(form);
			case "PublishBatch" -> this.publish.publishBatch(form);
			case "CreateTopic" -> this.topics.create(form, region);
			case "DeleteTopic" -> this.topics.delete(form);
			case "ListTopics" -> this.topics.list(form);
			case "GetTopicAttributes" -> this.topics.attributes(form);
			case "SetTopicAttributes" -> this.topics.setAttribute(form);
			case "TagResource" -> this.topics.tag(form);
			case "UntagResource" -> this.topics.untag(form);
			case "ListTagsForResource" -> this.topics.tags(form);
			case "Subscribe" -> this.subscriptions.subscribe(form);
			case "Unsubscribe" -> this.subscriptions.unsubscribe(form);
			case "GetSubscriptionAttributes" -> this.subscriptions.attributes(form);
			case "SetSubscriptionAttributes" -> this.subscriptions.setAttribute(form);
			case "ListSubscriptions" -> this.subscriptions.list(form);
			case "ListSubscriptionsByTopic" -> this.subscriptions.listByTopic(form);
			default -> throw new AwsError(400, "InvalidAction", "The action '" + action + "' is not emulated.");
		};
	}

}
