package io.safelight.purchase.copy;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.safelight.messaging.Committer;
import io.safelight.purchase.licence.CopyDeadlines;
import io.safelight.purchase.licence.Licences;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.cryptography.materialproviders.MaterialProviders;
import software.amazon.cryptography.materialproviders.model.MaterialProvidersConfig;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires copies.
 */
@Configuration(proxyBeanMethods = false)
class CopyConfiguration {

	@Bean
	KmsClient kms(AwsCredentialsProvider credentials, AwsRegionProvider region) {
		return KmsClient.builder().credentialsProvider(credentials).region(region.getRegion()).build();
	}

	@Bean
	MaterialProviders materialProviders() {
		return MaterialProviders.builder().MaterialProvidersConfig(MaterialProvidersConfig.builder().build()).build();
	}

	@Bean
	@ConditionalOnMissingBean
	UserKeys userKeys(KmsClient kms, MaterialProviders materials) {
		return new KmsUserKeys(kms, materials);
	}

	@Bean
	CopyCipher copyCipher(MaterialProviders materials) {
		return new CopyCipher(materials);
	}

	@Bean
	MakeCopy makeCopy(Licences licences, S3Client s3, UserKeys keys, CopyCipher cipher, Clock clock,
			CopyDeadlines deadlines, MeterRegistry meters) {
		return new MakeCopy(licences, new Copies(s3, keys, cipher, clock), clock, deadlines.blockedRetry(), meters);
	}

	@Bean
	OverdueCopies overdueCopies(Licences licences, Committer committer, Clock clock, CopyDeadlines deadlines,
			MeterRegistry meters) {
		return new OverdueCopies(licences, committer, clock, deadlines.copyPatience(), meters);
	}

	@Bean
	CopyReader copyReader(S3Client s3, UserKeys keys, CopyCipher cipher) {
		return new CopyReader(s3, keys, cipher);
	}

}
