package io.safelight.publication;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.envelope.EnvelopeJson;
import org.awaitility.Awaitility;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Plays upload, imaging and catalog, and hears everything that publication says.
 */
final class Neighbours {

	static final Duration PATIENCE = Duration.ofSeconds(40);

	private static final String INCOMING = "safelight-incoming";

	private final S3Client s3;

	private final SnsClient sns;

	private final SqsAsyncClient sqs;

	private final String ears;

	private final List<Envelope> heard = new CopyOnWriteArrayList<>();

	Neighbours(S3Client s3, SnsClient sns, SqsAsyncClient sqs) {
		this.s3 = s3;
		this.sns = sns;
		this.sqs = sqs;
		try {
			s3.createBucket((request) -> request.bucket(INCOMING));
		}
		catch (BucketAlreadyOwnedByYouException ex) {
			// Made before.
		}
		this.ears = sqs.createQueue((request) -> request.queueName("publication-ears-" + UUID.randomUUID()))
			.join()
			.queueUrl();
		listenTo("safelight-publication-events");
		listenTo("safelight-publication-commands");
	}

	private void listenTo(String topic) {
		String arn = this.sqs
			.getQueueAttributes((request) -> request.queueUrl(this.ears).attributeNames(QueueAttributeName.QUEUE_ARN))
			.join()
			.attributes()
			.get(QueueAttributeName.QUEUE_ARN);
		this.sns.subscribe((request) -> request.topicArn(topic(topic))
			.protocol("sqs")
			.endpoint(arn)
			.attributes(Map.of("RawMessageDelivery", "true")));
	}

	private String topic(String name) {
		return this.sns.createTopic((request) -> request.name(name)).topicArn();
	}

	/** Puts an original where the upload puts it, and tells nobody. */
	Uploaded put(String contributorId, byte[] original) {
		String photoId = UUID.randomUUID().toString();
		this.s3.putObject((request) -> request.bucket(INCOMING).key(contributorId + "/" + photoId),
				RequestBody.fromBytes(original));
		return new Uploaded(photoId, contributorId, original, sha256(original));
	}

	/** Says that a photo was uploaded. */
	Envelope announce(Uploaded photo) {
		Envelope message = envelope("safelight.upload", "photo-uploaded.v1", photo.id(),
				Map.of("photoId", photo.id(), "contributorId", photo.contributorId(), "email", "ana@example.test",
						"fileName", "sunset.jpg", "title", "Sunset", "keywords", List.of("sea"), "original",
						photo.original(photo.sha256())));
		send("safelight-upload-events", message);
		return message;
	}

	Uploaded upload(byte[] original) {
		Uploaded photo = put("ana", original);
		announce(photo);
		return photo;
	}

	Envelope imaging(String type, String photoId, Map<String, Object> data) {
		Envelope message = envelope("safelight.imaging", type, photoId, data);
		send("safelight-imaging-events", message);
		return message;
	}

	Envelope previews(String photoId, int epoch) {
		return imaging("public-renditions-generated.v1", photoId,
				Map.of("photoId", photoId, "epoch", epoch, "renditions", List.of(rendition(photoId, "w320")), "colours",
						List.of(Map.of("hex", "1f4e79", "weight", 1.0)), "placeholder", "1QcSHQ", "fingerprint",
						"AACAPw==", "width", 1600, "height", 1200));
	}

	Envelope saleSizes(String photoId, int epoch) {
		return imaging("sale-sizes-generated.v1", photoId,
				Map.of("photoId", photoId, "epoch", epoch, "sizes", List.of(rendition(photoId, "full"))));
	}

	private static Map<String, Object> rendition(String photoId, String name) {
		return Map.of("name", name, "bucket", "safelight-public", "key", photoId + "/" + name, "contentType",
				"image/jpeg", "width", 320, "height", 240, "bytes", 1000, "sha256", "0".repeat(64));
	}

	Envelope catalog(String type, String photoId, Map<String, Object> data) {
		Envelope message = envelope("safelight.catalog", type, photoId, data);
		send("safelight-catalog-events", message);
		return message;
	}

	private static Envelope envelope(String source, String type, String photoId, Map<String, Object> data) {
		String id = UUID.randomUUID().toString();
		return new Envelope(id, new MessageType(type), source, Instant.parse("2026-11-22T10:00:00Z"), List.of(),
				new Metadata(photoId, 1, id, id, "", "ana"), EnvelopeJson.data(data));
	}

	void again(String topic, Envelope message) {
		send(topic, message);
	}

	private void send(String topic, Envelope message) {
		MessageAttributeValue type = MessageAttributeValue.builder()
			.dataType("String")
			.stringValue(message.type().name())
			.build();
		this.sns.publish((request) -> request.topicArn(topic(topic))
			.message(EnvelopeJson.write(message))
			.messageAttributes(Map.of("detail-type", type)));
	}

	/** Waits until publication says this about a photo. */
	Envelope hear(String type, String photoId) {
		return Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> heardOf(type, photoId), (messages) -> !messages.isEmpty())
			.getLast();
	}

	/** Everything of this type that was said about a photo up to now, each once. */
	List<Envelope> heardOf(String type, String photoId) {
		for (Message message : this.sqs
			.receiveMessage((request) -> request.queueUrl(this.ears).maxNumberOfMessages(10).waitTimeSeconds(1))
			.join()
			.messages()) {
			Envelope envelope = EnvelopeJson.read(message.body());
			if (this.heard.stream().noneMatch((known) -> known.id().equals(envelope.id()))) {
				this.heard.add(envelope);
			}
			this.sqs.deleteMessage((request) -> request.queueUrl(this.ears).receiptHandle(message.receiptHandle()))
				.join();
		}
		return this.heard.stream()
			.filter((message) -> message.type().name().equals(type))
			.filter((message) -> message.metadata().aggregateId().equals(photoId))
			.toList();
	}

	static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A photo in the incoming bucket.
	 *
	 * @param id its id
	 * @param contributorId whose
	 * @param bytes the original
	 * @param sha256 of the original
	 */
	record Uploaded(String id, String contributorId, byte[] bytes, String sha256) {

		Map<String, Object> original(String claimedSha256) {
			return Map.of("bucket", INCOMING, "key", this.contributorId + "/" + this.id, "sha256", claimedSha256,
					"bytes", this.bytes.length, "contentType", "image/jpeg", "width", 1600, "height", 1200);
		}

	}

}
