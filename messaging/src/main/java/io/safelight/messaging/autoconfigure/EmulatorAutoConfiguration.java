package io.safelight.messaging.autoconfigure;

import io.awspring.cloud.autoconfigure.core.CredentialsProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.RegionProviderAutoConfiguration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * What need not be said when the SDK was pointed at an emulator
 * ({@code AWS_ENDPOINT_URL}): a region, and the credentials that emulators accept.
 * Without this the SDK would go looking for a role at the instance's metadata address.
 */
@AutoConfiguration(before = { CredentialsProviderAutoConfiguration.class, RegionProviderAutoConfiguration.class })
@Conditional(EmulatorAutoConfiguration.EndpointGiven.class)
public class EmulatorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AwsCredentialsProvider awsCredentials() {
		return AwsCredentialsProviderChain.of(SystemPropertyCredentialsProvider.create(),
				EnvironmentVariableCredentialsProvider.create(),
				StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
	}

	@Bean
	@ConditionalOnMissingBean
	AwsRegionProvider awsRegion() {
		return new AwsRegionProviderChain(new SystemSettingsRegionProvider(), () -> Region.US_EAST_1);
	}

	static class EndpointGiven implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return context.getEnvironment().containsProperty("AWS_ENDPOINT_URL")
					|| context.getEnvironment().containsProperty("aws.endpointUrl");
		}

	}

}
