package io.safelight.messaging.autoconfigure;

import io.awspring.cloud.autoconfigure.s3.S3AutoConfiguration;
import io.safelight.messaging.topology.BucketNames;
import io.safelight.messaging.topology.RenamedBuckets;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Where {@code safelight.bucket-suffix} is set, S3 is asked for buckets with that ending.
 */
@AutoConfiguration(before = S3AutoConfiguration.class)
public class BucketsAutoConfiguration {

	@Bean
	BucketNames bucketNames(Environment environment) {
		return names(environment);
	}

	@Bean
	@ConditionalOnProperty(BucketNames.PROPERTY)
	static BeanPostProcessor bucketsByTheirNamesAtS3(Environment environment) {
		BucketNames names = names(environment);
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String beanName) {
				return (bean instanceof S3Client s3) ? new RenamedBuckets(s3, names) : bean;
			}
		};
	}

	private static BucketNames names(Environment environment) {
		return new BucketNames(environment.getProperty(BucketNames.PROPERTY, ""));
	}

}
