package io.safelight.publication;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.safelight.messaging.Committer;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.audit.AuditTrail;
import io.safelight.messaging.autoconfigure.PeriodicTask;
import io.safelight.messaging.autoconfigure.ProvisioningAutoConfiguration;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.topology.Topology;
import io.safelight.messaging.topology.Topology.Bucket;
import io.safelight.publication.analysis.IncomingOriginals;
import io.safelight.publication.analysis.PhotoAnalysis;
import io.safelight.publication.analysis.ReducedCopies;
import io.safelight.publication.analysis.Rekognition;
import io.safelight.publication.archive.OriginalArchive;
import io.safelight.publication.saga.Outgoing;
import io.safelight.publication.saga.SagaMessage;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/**
 * Wires this service. {@link #routes} is everything that comes in.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicationProperties.class)
class PublicationConfiguration {

	@Bean
	Topology topology(PublicationProperties properties) {
		return Topology.of("publication")
			.topic(RunPublication.EVENTS)
			.topic(RunPublication.COMMANDS)
			.table(PublicationRow.TABLE)
			.table(TimelineEntry.TABLE)
			.bucket(Bucket.of(properties.originals()));
	}

	@Bean
	MessageRoutes routes(RunPublication run, AnalysePhoto analyse, ArchiveOriginal archive) {
		return MessageRoutes.consumedBy("publication")
			.from("safelight-upload-events")
			.on("photo-uploaded.v1", SagaMessage.PhotoUploaded.class, run::begin)
			.from(RunPublication.COMMANDS)
			.on("analyse-photo.v1", Outgoing.AnalysePhoto.class, analyse::on)
			.on("archive-original.v1", Outgoing.ArchiveOriginal.class, archive::on)
			.from("safelight-imaging-events")
			.on("public-renditions-generated.v1", SagaMessage.PublicRenditionsGenerated.class, run::on)
			.on("sale-sizes-generated.v1", SagaMessage.SaleSizesGenerated.class, run::on)
			.on("rendition-failed.v1", SagaMessage.RenditionFailed.class, run::on)
			.on("renditions-discarded.v1", SagaMessage.RenditionsDiscarded.class, run::on)
			.from("safelight-catalog-events")
			.on("photo-listed.v1", SagaMessage.PhotoListed.class, run::on)
			.on("photo-withdrawn.v1", SagaMessage.PhotoWithdrawn.class, run::on)
			.build();
	}

	@Bean
	Publications publications(Store store) {
		return new Publications(store);
	}

	@Bean
	Steps steps(Publications publications) {
		return new Steps(publications);
	}

	@Bean
	SagaFunnel sagaFunnel(Publications publications, SagaMeters meters, Clock clock) {
		return new SagaFunnel(publications, meters, clock);
	}

	@Bean
	SagaMeters sagaMeters(MeterRegistry meters) {
		return new SagaMeters(meters);
	}

	@Bean
	RunPublication runPublication(Publications publications, PublicationProperties properties, Clock clock,
			SagaMeters meters) {
		return new RunPublication(publications, properties.rules(), clock, meters);
	}

	@Bean
	RekognitionClient rekognitionClient(AwsCredentialsProvider credentials, AwsRegionProvider region) {
		return RekognitionClient.builder().credentialsProvider(credentials).region(region.getRegion()).build();
	}

	@Bean
	ReducedCopies reducedCopies() {
		return new ReducedCopies();
	}

	@Bean
	PhotoAnalysis photoAnalysis(S3Client s3, ReducedCopies copies, RekognitionClient rekognition,
			PublicationProperties properties) {
		return new PhotoAnalysis(new IncomingOriginals(s3), copies, new Rekognition(rekognition),
				properties.moderation().policy(), properties.concurrentAnalyses());
	}

	@Bean
	AnalysePhoto analysePhoto(Publications publications, PhotoAnalysis analysis, RunPublication run) {
		return new AnalysePhoto(publications, analysis, run);
	}

	@Bean
	ArchiveOriginal archiveOriginal(Publications publications, S3Client s3, RunPublication run,
			PublicationProperties properties) {
		return new ArchiveOriginal(publications, new OriginalArchive(s3, properties.originals()), run);
	}

	@Bean
	ModeratePhoto moderatePhoto(Publications publications, RunPublication run, Committer committer, AuditTrail trail) {
		return new ModeratePhoto(publications, run, committer, trail);
	}

	@Bean
	RetryPublication retryPublication(Publications publications, RunPublication run, Committer committer,
			AuditTrail trail) {
		return new RetryPublication(publications, run, committer, trail);
	}

	@Bean
	StalledPublications stalledPublications(Publications publications, RunPublication run, Committer committer,
			Clock clock, SagaMeters meters, SqsAsyncClient sqs, MessageRoutes routes,
			PublicationProperties properties) {
		UnreadAnswers unread = new QueueDepth(sqs, routes.queue(), properties.patientBacklog());
		return new StalledPublications(publications, run, committer, unread, properties.rules(), clock, meters);
	}

	@Bean
	@DependsOn(ProvisioningAutoConfiguration.PROVISIONED)
	PeriodicTask stalledPublicationsTask(StalledPublications stalled, PublicationProperties properties) {
		return new PeriodicTask("stalled-publications", properties.sweepInterval(), stalled::sweep);
	}

}
