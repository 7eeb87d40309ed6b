package io.safelight.upload;

import java.time.Clock;

import io.awspring.cloud.autoconfigure.s3.S3ClientCustomizer;
import io.safelight.messaging.Committer;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.autoconfigure.PeriodicTask;
import io.safelight.messaging.autoconfigure.ProvisioningAutoConfiguration;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.topology.BucketNames;
import io.safelight.messaging.topology.Topology;
import io.safelight.upload.message.PhotoPublished;
import io.safelight.upload.message.PhotoRejected;
import io.safelight.upload.message.PublicationFailed;
import io.safelight.upload.session.AbandonUpload;
import io.safelight.upload.session.Announcements;
import io.safelight.upload.session.BeginUpload;
import io.safelight.upload.session.CheckAssets;
import io.safelight.upload.session.CompleteUpload;
import io.safelight.upload.session.EndUpload;
import io.safelight.upload.session.Fingerprints;
import io.safelight.upload.session.FollowPublication;
import io.safelight.upload.session.Incoming;
import io.safelight.upload.session.SweepUploads;
import io.safelight.upload.session.Uploads;
import io.safelight.upload.storage.S3Incoming;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/**
 * Wires the service.
 */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

	@Bean
	Topology topology(UploadProperties properties) {
		return Topology.of("upload")
			.topic(Announcements.TOPIC)
			.table(Uploads.TABLE)
			.table(Fingerprints.TABLE)
			.bucket(new Topology.Bucket(properties.bucket(), properties.browserOrigins()));
	}

	@Bean
	MessageRoutes routes(FollowPublication follow) {
		return MessageRoutes.consumedBy("upload")
			.from("safelight-publication-events")
			.on("photo-published.v1", PhotoPublished.class, follow::on)
			.on("photo-rejected.v1", PhotoRejected.class, follow::on)
			.on("publication-failed.v1", PublicationFailed.class, follow::on)
			.build();
	}

	/**
	 * A multipart upload that names a checksum algorithm wants a checksum with every
	 * part, which a plain PUT does not send.
	 */
	@Bean
	S3ClientCustomizer withoutChecksumsOfParts() {
		return (builder) -> builder.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED);
	}

	/** In containers the account has a name that only containers know. */
	@Bean
	@ConditionalOnProperty("safelight.upload.storage")
	S3Presigner presignerForBrowsers(UploadProperties properties, AwsCredentialsProvider credentials,
			AwsRegionProvider region) {
		return S3Presigner.builder()
			.endpointOverride(properties.storage())
			.credentialsProvider(credentials)
			.region(region.getRegion())
			.serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
			.build();
	}

	@Bean
	Incoming incoming(S3Client s3, S3Presigner presigner, BucketNames names, UploadProperties properties, Clock clock) {
		return new S3Incoming(s3, presigner, names, properties.bucket(), properties.linkValidity(), clock);
	}

	@Bean
	Uploads uploads(Store store) {
		return new Uploads(store);
	}

	@Bean
	Fingerprints fingerprints(Store store) {
		return new Fingerprints(store);
	}

	@Bean
	BeginUpload beginUpload(Uploads uploads, Fingerprints fingerprints, Incoming incoming, Committer committer,
			UploadProperties properties, Clock clock) {
		return new BeginUpload(uploads, fingerprints, incoming, committer, properties.limits(), properties.times(),
				clock);
	}

	@Bean
	EndUpload endUpload(Uploads uploads, Incoming incoming, Committer committer) {
		return new EndUpload(uploads, incoming, committer);
	}

	@Bean
	CompleteUpload completeUpload(Uploads uploads, Fingerprints fingerprints, Incoming incoming, EndUpload end,
			Committer committer, UploadProperties properties, Clock clock) {
		return new CompleteUpload(uploads, fingerprints, incoming, end, committer, properties.limits(),
				properties.times(), clock);
	}

	@Bean
	AbandonUpload abandonUpload(Uploads uploads, EndUpload end, UploadProperties properties, Clock clock) {
		return new AbandonUpload(uploads, end, properties.times(), clock);
	}

	@Bean
	CheckAssets checkAssets(Fingerprints fingerprints) {
		return new CheckAssets(fingerprints);
	}

	@Bean
	FollowPublication followPublication(Uploads uploads, Fingerprints fingerprints, Incoming incoming, Clock clock) {
		return new FollowPublication(uploads, fingerprints, incoming, clock);
	}

	@Bean
	SweepUploads sweepUploads(Uploads uploads, Incoming incoming, CompleteUpload complete, EndUpload end,
			Committer committer, UploadProperties properties, Clock clock) {
		return new SweepUploads(uploads, incoming, complete, end, committer, properties.times(), clock);
	}

	@Bean
	@DependsOn(ProvisioningAutoConfiguration.PROVISIONED)
	PeriodicTask uploadSweepTask(SweepUploads sweeper, UploadProperties properties) {
		return new PeriodicTask("upload-sweeper", properties.sweepInterval(), sweeper::sweep);
	}

}
