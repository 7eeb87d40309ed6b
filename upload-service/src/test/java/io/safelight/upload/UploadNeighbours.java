package io.safelight.upload;

import io.safelight.messaging.test.Neighbours;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Who hears what the upload service says.
 */
@TestConfiguration(proxyBeanMethods = false)
class UploadNeighbours {

	@Bean
	Neighbours neighbours(SnsClient sns, SqsAsyncClient sqs) {
		return Neighbours.hearing(sns, sqs, "safelight-upload-events");
	}

}
