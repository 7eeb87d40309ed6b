package io.safelight.benchmarks.messaging;

import io.awspring.cloud.autoconfigure.dynamodb.DynamoDbClientCustomizer;
import io.awspring.cloud.autoconfigure.sns.SnsClientCustomizer;
import io.awspring.cloud.autoconfigure.sqs.SqsAsyncClientCustomizer;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Counts the calls of a Spring application's clients.
 */
@Configuration(proxyBeanMethods = false)
class Counted {

	@Bean
	CallCounter callCounter() {
		return new CallCounter();
	}

	@Bean
	DynamoDbClientCustomizer countedDynamoDb(CallCounter counter) {
		return (builder) -> builder.overrideConfiguration(counting(builder.overrideConfiguration(), counter));
	}

	@Bean
	SnsClientCustomizer countedSns(CallCounter counter) {
		return (builder) -> builder.overrideConfiguration(counting(builder.overrideConfiguration(), counter));
	}

	@Bean
	SqsAsyncClientCustomizer countedSqs(CallCounter counter) {
		return (builder) -> builder.overrideConfiguration(counting(builder.overrideConfiguration(), counter));
	}

	private static ClientOverrideConfiguration counting(ClientOverrideConfiguration given, CallCounter counter) {
		return given.toBuilder().addExecutionInterceptor(counter).build();
	}

}
