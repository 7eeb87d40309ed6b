package io.safelight.service.operations;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.safelight.messaging.Ids;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.audit.AuditTrail;
import io.safelight.messaging.autoconfigure.MessagingAutoConfiguration;
import io.safelight.messaging.inbox.ParkedMessageDesk;
import io.safelight.messaging.inbox.ParkedMessages;
import io.safelight.messaging.observability.ReceiverMetrics;
import io.safelight.messaging.outbox.Outbox;
import io.safelight.messaging.topology.Topology;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Endpoints for administrators in every service that has messages.
 */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
@ConditionalOnClass(MessagingAutoConfiguration.class)
@ConditionalOnBean(ParkedMessageDesk.class)
public class OperationsAutoConfiguration {

	static final int DECISIONS_PER_SECOND = 10;

	@Bean
	ParkedMessageController parkedMessageController(ParkedMessages parked, ParkedMessageDesk desk, Clock clock,
			ReceiverMetrics metrics) {
		return new ParkedMessageController(parked, desk, new RateLimit(DECISIONS_PER_SECOND, clock), metrics);
	}

	@Bean
	AuditController auditController(AuditTrail trail) {
		return new AuditController(trail);
	}

	@Bean
	FlowController flowController(Topology topology, MessageRoutes routes, SqsAsyncClient sqs, ParkedMessages parked,
			Outbox outbox, MeterRegistry meters, Clock clock, Ids ids,
			@Value("${spring.application.version:unknown}") String version) {
		FlowReport.Instance instance = new FlowReport.Instance(ids.next(), version, clock.instant());
		return new FlowController(
				new FlowReport(topology, routes, new QueueDepths(sqs), parked, outbox, meters, clock, instance));
	}

}
