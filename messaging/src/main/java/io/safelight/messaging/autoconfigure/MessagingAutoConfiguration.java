package io.safelight.messaging.autoconfigure;

import java.time.Clock;

import io.awspring.cloud.autoconfigure.dynamodb.DynamoDbAutoConfiguration;
import io.awspring.cloud.autoconfigure.s3.S3AutoConfiguration;
import io.awspring.cloud.autoconfigure.sns.SnsAutoConfiguration;
import io.awspring.cloud.autoconfigure.sqs.SqsAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.safelight.messaging.Ids;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.QueueName;
import io.safelight.messaging.audit.AuditTrail;
import io.safelight.messaging.inbox.Inbox;
import io.safelight.messaging.inbox.OnceOnlyHandler;
import io.safelight.messaging.inbox.ParkedMessageDesk;
import io.safelight.messaging.inbox.ParkedMessages;
import io.safelight.messaging.inbox.Pause;
import io.safelight.messaging.inbox.TransactionalCommitter;
import io.safelight.messaging.observability.MessagingMetrics;
import io.safelight.messaging.observability.ReceiverMetrics;
import io.safelight.messaging.outbox.MessageGroups;
import io.safelight.messaging.outbox.MessageSender;
import io.safelight.messaging.outbox.Outbox;
import io.safelight.messaging.outbox.OutboxProperties;
import io.safelight.messaging.outbox.OutboxRelay;
import io.safelight.messaging.outbox.OutboxSweeper;
import io.safelight.messaging.outbox.TracedSender;
import io.safelight.messaging.reconcile.ReconcilerProperties;
import io.safelight.messaging.reconcile.Reconciliation;
import io.safelight.messaging.sns.SnsTopicSender;
import io.safelight.messaging.sns.TopicArns;
import io.safelight.messaging.sqs.DeadLetterReader;
import io.safelight.messaging.sqs.QueueDepth;
import io.safelight.messaging.sqs.QueueProperties;
import io.safelight.messaging.sqs.QueueUrls;
import io.safelight.messaging.sqs.SqsQueueSender;
import io.safelight.messaging.sqs.SqsReceiver;
import io.safelight.messaging.store.DynamoDbStore;
import io.safelight.messaging.store.GroupCommitStore;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.topology.Topology;
import io.safelight.messaging.trace.RecordedSpans;
import io.safelight.messaging.trace.Tracing;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;

/**
 * Wires messaging for a service that declares a {@link Topology} and
 * {@link MessageRoutes}.
 */
@AutoConfiguration(after = { DynamoDbAutoConfiguration.class, SnsAutoConfiguration.class, SqsAutoConfiguration.class,
		S3AutoConfiguration.class, ProvisioningAutoConfiguration.class })
@ConditionalOnBean({ Topology.class, MessageRoutes.class })
@EnableConfigurationProperties({ OutboxProperties.class, QueueProperties.class, ReconcilerProperties.class })
@Import(ReconcilerConfiguration.class)
public class MessagingAutoConfiguration {

	/** More parked messages than this are not counted: it is too many in any case. */
	private static final int MOST_COUNTED = 1000;

	/**
	 * What comes while it is under way travels together in the next one: a few dozen
	 * commits each, which is more than a second transaction beside it would gain.
	 */
	private static final int COMMITS_UNDER_WAY = 1;

	@Bean
	@ConditionalOnMissingBean
	Store store(DynamoDbClient dynamoDb) {
		return new GroupCommitStore(new DynamoDbStore(dynamoDb), COMMITS_UNDER_WAY);
	}

	/** Spans where somebody collects them; elsewhere ids travel all the same. */
	@Bean
	Tracing messageTracing(ObjectProvider<Tracer> tracers) {
		Tracer tracer = tracers.getIfAvailable();
		return (tracer != null) ? new RecordedSpans(tracer) : Tracing.OFF;
	}

	@Bean
	Outbox outbox(Store store, Topology topology, OutboxProperties properties, ReconcilerProperties reconciler,
			Clock clock, Tracing tracing) {
		return new Outbox(store, topology.service(), properties, clock, reconciler.isOn(), tracing);
	}

	@Bean
	@ConditionalOnMissingBean
	MessageSender messageSender(SnsClient sns, SqsAsyncClient sqs,
			@Value("${safelight.messaging.fair-queues:true}") boolean fairQueues) {
		MessageGroups groups = new MessageGroups(fairQueues);
		return MessageSender.of(new SnsTopicSender(sns, new TopicArns(sns), groups),
				new SqsQueueSender(sqs, new QueueUrls(sqs), groups));
	}

	@Bean
	OutboxRelay outboxRelay(Outbox outbox, MessageSender sender, Tracing tracing, Clock clock) {
		return new OutboxRelay(outbox, new TracedSender(sender, tracing, clock));
	}

	@Bean
	OutboxSweeper outboxSweeper(Outbox outbox, OutboxRelay relay) {
		return new OutboxSweeper(outbox, relay);
	}

	@Bean
	@DependsOn(ProvisioningAutoConfiguration.PROVISIONED)
	PeriodicTask outboxSweepTask(OutboxSweeper sweeper, OutboxProperties properties) {
		return new PeriodicTask("outbox-sweeper", properties.sweepInterval(), sweeper::sweep);
	}

	@Bean
	@DependsOn(ProvisioningAutoConfiguration.PROVISIONED)
	PeriodicTask outboxMetricsTask(Outbox outbox, MessagingMetrics metrics, OutboxProperties properties) {
		return new PeriodicTask("outbox-metrics", properties.measureInterval(), () -> metrics.outbox(outbox.backlog()));
	}

	@Bean
	Inbox inbox(Store store, Topology topology, Clock clock) {
		return new Inbox(store, topology.service(), clock);
	}

	@Bean
	ParkedMessages parkedMessages(Store store, Topology topology, Clock clock, Ids ids, Pause pause,
			@Value("${spring.application.version:unknown}") String version) {
		return new ParkedMessages(store, topology.service(), clock, ids, pause, version);
	}

	@Bean
	@ConditionalOnMissingBean
	Ids ids() {
		return Ids.random();
	}

	@Bean
	@ConditionalOnMissingBean
	Pause pause() {
		return Pause.jittered();
	}

	@Bean
	TransactionalCommitter committer(Store store, Outbox outbox, OutboxRelay relay, Inbox inbox, Ids ids, Pause pause) {
		return new TransactionalCommitter(store, outbox, relay, inbox, ids, pause);
	}

	@Bean
	OnceOnlyHandler onceOnlyHandler(MessageRoutes routes, Reconciliation reconciliation, Inbox inbox,
			TransactionalCommitter committer, ParkedMessages parked) {
		return new OnceOnlyHandler(reconciliation.with(routes), inbox, committer, parked);
	}

	@Bean
	AuditTrail auditTrail(Store store, Topology topology, Clock clock) {
		return new AuditTrail(store, topology.service(), clock);
	}

	@Bean
	MessagingMetrics messagingMetrics(ObjectProvider<MeterRegistry> meters, Topology topology, Clock clock) {
		return new MessagingMetrics(meters.getIfAvailable(SimpleMeterRegistry::new), topology.service(), clock);
	}

	@Bean
	ParkedMessageDesk parkedMessageDesk(ParkedMessages parked, Inbox inbox, Outbox outbox,
			TransactionalCommitter committer, Store store, Topology topology, Clock clock, Pause pause) {
		return new ParkedMessageDesk(parked, inbox, outbox, committer, store, topology.service(), clock, pause);
	}

	@Bean
	@DependsOn(ProvisioningAutoConfiguration.PROVISIONED)
	DeadLetterReader deadLetterReader(SqsAsyncClient sqs, MessageRoutes routes, OnceOnlyHandler handler,
			ReceiverMetrics metrics) {
		return new DeadLetterReader(sqs, new QueueName(routes.queue()), handler, metrics);
	}

	@Bean
	@DependsOn(ProvisioningAutoConfiguration.PROVISIONED)
	PeriodicTask parkedMetricsTask(ParkedMessages parked, ReceiverMetrics metrics, OutboxProperties properties) {
		return new PeriodicTask("parked-metrics", properties.measureInterval(),
				() -> metrics.parked(parked.waiting(MOST_COUNTED)));
	}

	@Bean
	ReceiverMetrics receiverMetrics(ObjectProvider<MeterRegistry> meters, Topology topology) {
		return new ReceiverMetrics(meters.getIfAvailable(SimpleMeterRegistry::new), topology.service());
	}

	@Bean
	@DependsOn(ProvisioningAutoConfiguration.PROVISIONED)
	SqsReceiver sqsReceiver(SqsAsyncClient sqs, MessageRoutes routes, OnceOnlyHandler handler,
			QueueProperties properties, MessagingMetrics metrics, ReceiverMetrics receiverMetrics, Tracing tracing) {
		return new SqsReceiver(sqs, routes, handler, properties, metrics, receiverMetrics, tracing);
	}

	@Bean
	@DependsOn(ProvisioningAutoConfiguration.PROVISIONED)
	PeriodicTask queueMetricsTask(SqsAsyncClient sqs, MessageRoutes routes, QueueProperties properties,
			ReceiverMetrics metrics) {
		QueueDepth depth = new QueueDepth(sqs, new QueueUrls(sqs), routes.queue(), metrics);
		return new PeriodicTask("queue-metrics", properties.measureInterval(), depth::measure);
	}

}
