package io.safelight.messaging.autoconfigure;

import java.time.Clock;
import java.time.Duration;

import io.awspring.cloud.autoconfigure.dynamodb.DynamoDbAutoConfiguration;
import io.awspring.cloud.autoconfigure.s3.S3AutoConfiguration;
import io.awspring.cloud.autoconfigure.sns.SnsAutoConfiguration;
import io.awspring.cloud.autoconfigure.sqs.SqsAutoConfiguration;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.sqs.QueueProperties;
import io.safelight.messaging.topology.BucketProvisioner;
import io.safelight.messaging.topology.QueueProvisioner;
import io.safelight.messaging.topology.TableProvisioner;
import io.safelight.messaging.topology.Topology;
import io.safelight.messaging.topology.TopologyProvisioner;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Creates the topology before anything uses it, where {@code safelight.provision=true}.
 */
@AutoConfiguration(after = { DynamoDbAutoConfiguration.class, SnsAutoConfiguration.class, SqsAutoConfiguration.class,
		S3AutoConfiguration.class })
@ConditionalOnBean(Topology.class)
@EnableConfigurationProperties(QueueProperties.class)
public class ProvisioningAutoConfiguration {

	/** The bean after whose creation everything exists that this service needs. */
	public static final String PROVISIONED = "safelightProvisioned";

	/**
	 * The clock of everything that decides about time. {@code safelight.clock.offset}
	 * makes it differ from the machine's, to see what a clock that goes wrong does.
	 */
	@Bean
	@ConditionalOnMissingBean
	Clock clock(@Value("${safelight.clock.offset:0s}") Duration offset) {
		return Clock.offset(Clock.systemUTC(), offset);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "safelight.provision", havingValue = "true")
	static class Asked {

		@Bean(PROVISIONED)
		InitializingBean provision(Topology topology, MessageRoutes routes, QueueProperties queue, SnsClient sns,
				SqsAsyncClient sqs, DynamoDbClient dynamoDb, S3Client s3) {
			TopologyProvisioner provisioner = new TopologyProvisioner(sns, new QueueProvisioner(sqs),
					new TableProvisioner(dynamoDb), new BucketProvisioner(s3));
			return () -> provisioner.provision(topology, routes, queue);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "safelight.provision", havingValue = "false", matchIfMissing = true)
	static class NotAsked {

		@Bean(PROVISIONED)
		InitializingBean provision() {
			return () -> {
			};
		}

	}

}
