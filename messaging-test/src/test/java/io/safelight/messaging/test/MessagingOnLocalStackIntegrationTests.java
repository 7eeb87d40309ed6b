package io.safelight.messaging.test;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The library on another emulator than ours: what holds on both is not an accident of
 * one.
 */
@LocalStackTest
class MessagingOnLocalStackIntegrationTests extends MessagingIntegrationTests {

	@DynamicPropertySource
	static void account(DynamicPropertyRegistry properties) {
		properties.add("spring.cloud.aws.endpoint", LocalStack::endpoint);
	}

}
