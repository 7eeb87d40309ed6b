package io.safelight.service.operations;

import java.time.Clock;

import io.safelight.messaging.autoconfigure.MessagingAutoConfiguration;
import io.safelight.messaging.inbox.ParkedMessageDesk;
import io.safelight.messaging.inbox.ParkedMessages;
import io.safelight.messaging.observability.ReceiverMetrics;

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

}
