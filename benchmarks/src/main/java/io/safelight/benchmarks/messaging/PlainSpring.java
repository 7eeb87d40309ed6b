package io.safelight.benchmarks.messaging;

import java.util.List;
import java.util.Map;

import io.awspring.cloud.dynamodb.DynamoDbTemplate;
import io.awspring.cloud.sns.core.SnsTemplate;
import io.awspring.cloud.sqs.annotation.SqsListener;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * What one writes with Spring Cloud AWS: save, then {@link SnsTemplate}; a
 * {@link SqsListener} that saves. A crash between save and publish loses the event, and
 * an event that comes twice takes effect twice.
 */
final class PlainSpring implements Candidate {

	private static final String NAME = "bench-plain";

	private static final int CALLERS = 64;

	private final ConfigurableApplicationContext application;

	private final DynamoDbTemplate rows;

	private final SnsTemplate topics;

	private final Listener listener;

	PlainSpring() {
		try (DynamoDbClient dynamoDb = DynamoDbClient.create();
				SnsClient sns = SnsClient.create();
				SqsAsyncClient sqs = SqsAsyncClient.create()) {
			Plumbing.topicWithQueue(sns, sqs, NAME);
			Plumbing.table(dynamoDb, "sent_row", "id");
			Plumbing.table(dynamoDb, "received_row", "id");
		}
		this.application = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.threads.virtual.enabled=true",
					"spring.cloud.aws.sqs.listener.max-concurrent-messages=" + CALLERS,
					"spring.cloud.aws.sqs.listener.max-messages-per-poll=10")
			.run();
		this.rows = this.application.getBean(DynamoDbTemplate.class);
		this.topics = this.application.getBean(SnsTemplate.class);
		this.listener = this.application.getBean(Listener.class);
	}

	@Override
	public String name() {
		return "SnsTemplate + @SqsListener";
	}

	@Override
	public int callers() {
		return CALLERS;
	}

	@Override
	public int perCall() {
		return 1;
	}

	@Override
	public void begin(Journey next) {
		this.listener.journey = next;
	}

	@Override
	public void send(List<Integer> events) {
		for (int event : events) {
			SentRow row = new SentRow();
			row.setId(Integer.toString(event));
			row.setPayload(Journey.PAYLOAD);
			this.rows.save(row);
			this.listener.journey.committed(event);
			this.topics.convertAndSend(NAME, event + " " + Journey.PAYLOAD);
		}
	}

	@Override
	public Map<String, Long> takeCalls() {
		return this.application.getBean(CallCounter.class).take();
	}

	@Override
	public void close() {
		this.application.close();
	}

	/** The application. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Counted.class, Listener.class })
	static class Application {

	}

	/** The consumer. */
	static class Listener {

		private final DynamoDbTemplate rows;

		private volatile Journey journey = new Journey();

		Listener(DynamoDbTemplate rows) {
			this.rows = rows;
		}

		@SqsListener(NAME)
		void receive(String body) {
			String event = body.substring(0, body.indexOf(' '));
			ReceivedRow row = new ReceivedRow();
			row.setId(event);
			row.setPayload(body);
			this.rows.save(row);
			this.journey.arrived(Integer.parseInt(event));
		}

	}

	/** What the producer saves. */
	@DynamoDbBean
	public static class SentRow {

		private String id = "";

		private String payload = "";

		@DynamoDbPartitionKey
		public String getId() {
			return this.id;
		}

		public void setId(String id) {
			this.id = id;
		}

		public String getPayload() {
			return this.payload;
		}

		public void setPayload(String payload) {
			this.payload = payload;
		}

	}

	/** What the consumer saves. */
	@DynamoDbBean
	public static class ReceivedRow extends SentRow {

		@Override
		@DynamoDbPartitionKey
		public String getId() {
			return super.getId();
		}

	}

}
