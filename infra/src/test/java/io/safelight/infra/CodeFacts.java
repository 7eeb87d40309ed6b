package io.safelight.infra;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.safelight.messaging.QueueName;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.topology.BucketProvisioner;
import io.safelight.messaging.topology.QueueProvisioner;
import io.safelight.messaging.topology.Topology;

import org.springframework.test.util.ReflectionTestUtils;

/**
 * What the services declare, a line for each thing, in the words of
 * {@link TemplateFacts}.
 */
final class CodeFacts {

	private static final long RETENTION = seconds("RETENTION");

	private static final long DEAD_LETTER_RETENTION = seconds("DEAD_LETTER_RETENTION");

	private static final Object ABORTED_AFTER_DAYS = ReflectionTestUtils.getField(BucketProvisioner.class,
			"ABORTED_AFTER_DAYS");

	private final Set<String> facts = new TreeSet<>();

	private CodeFacts(List<Declared> services) {
		services.forEach((service) -> {
			service.topology().topics().forEach((topic) -> this.facts.add("topic " + kind(topic)));
			service.topology().tables().forEach((table) -> this.facts.add(table(table)));
			service.topology().buckets().forEach((bucket) -> this.facts.add(bucket(bucket)));
			listening(service);
		});
	}

	static Set<String> of(List<Declared> services) {
		return new CodeFacts(services).facts;
	}

	private void listening(Declared service) {
		QueueName queue = new QueueName(service.routes().queue());
		this.facts
			.add("queue %s retention %d visibility %d, after %d receives to %s".formatted(kind(queue.name()), RETENTION,
					service.queue().visibility().toSeconds(), service.queue().maxReceives(), queue.deadLetters()));
		Stream.of(queue.deadLetters(), queue.undelivered())
			.forEach((name) -> this.facts.add("queue %s retention %d".formatted(kind(name), DEAD_LETTER_RETENTION)));
		service.routes().versionsByTopic().forEach((topic, types) -> {
			this.facts.add("subscription of %s to %s, raw, types %s, undelivered to %s".formatted(queue.name(), topic,
					new TreeSet<>(types), queue.undelivered()));
			Stream.of(queue.name(), queue.undelivered())
				.forEach((name) -> this.facts.add("delivery of %s to %s".formatted(topic, name)));
		});
	}

	private static String kind(String name) {
		return name + (new QueueName(name).inSequence() ? " in sequence" : "");
	}

	private static String table(Table table) {
		String indexes = table.indexes()
			.stream()
			.map((index) -> index.name() + keys(index.partitionKey(), index.sortKey()))
			.sorted()
			.collect(Collectors.joining(" "));
		return "table %s%s indexes {%s} expiry %s".formatted(table.name(), keys(table.partitionKey(), table.sortKey()),
				indexes, (table.expiry() != null) ? table.expiry() : "never");
	}

	private static String keys(String partition, String sort) {
		return "(" + partition + ((sort != null) ? ", " + sort : "") + ")";
	}

	private static String bucket(Topology.Bucket bucket) {
		return "bucket %s aborts after %s days%s".formatted(Templates.BUCKETS.of(bucket.name()), ABORTED_AFTER_DAYS,
				bucket.browserOrigins().isEmpty() ? "" : ", browsers [PUT] see [ETag]");
	}

	private static long seconds(String constant) {
		return ((Duration) ReflectionTestUtils.getField(QueueProvisioner.class, constant)).toSeconds();
	}

}
