package io.safelight.imaging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.envelope.EnvelopeJson;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The services around this one: uploads an original, commands copies, hears the answers.
 */
final class ImagingScenario {

	private static final String INCOMING = "safelight-incoming";

	private final S3Client s3;

	private final SnsClient sns;

	private final SqsAsyncClient sqs;

	private final String replies;

	private final List<Envelope> heard = new CopyOnWriteArrayList<>();

	ImagingScenario(S3Client s3, SnsClient sns, SqsAsyncClient sqs) {
		this.s3 = s3;
		this.sns = sns;
		this.sqs = sqs;
		createBucket();
		this.replies = sqs.createQueue((request) -> request.queueName("imaging-replies-" + UUID.randomUUID()))
			.join()
			.queueUrl();
		listen();
	}

	private void createBucket() {
		try {
			this.s3.createBucket((request) -> request.bucket(INCOMING));
		}
		catch (BucketAlreadyOwnedByYouException ex) {
			// An earlier test has made it.
		}
	}

	private void listen() {
		String arn = this.sqs
			.getQueueAttributes(
					(request) -> request.queueUrl(this.replies).attributeNames(QueueAttributeName.QUEUE_ARN))
			.join()
			.attributes()
			.get(QueueAttributeName.QUEUE_ARN);
		this.sns.subscribe((request) -> request.topicArn(topic("safelight-imaging-events"))
			.protocol("sqs")
			.endpoint(arn)
			.attributes(Map.of("RawMessageDelivery", "true")));
	}

	/** Uploads an original and names it. */
	PhotoUnderTest upload(byte[] original) {
		String photoId = UUID.randomUUID().toString();
		this.s3.putObject((request) -> request.bucket(INCOMING).key("ana/" + photoId), RequestBody.fromBytes(original));
		return new PhotoUnderTest(photoId, sha256(original));
	}

	Envelope command(String type, PhotoUnderTest photo, int epoch, long version) {
		Map<String, Object> data = Map.of("photoId", photo.id(), "epoch", epoch, "source",
				Map.of("bucket", INCOMING, "key", "ana/" + photo.id(), "sha256", photo.sha256()));
		return envelope(type, photo.id(), version, data);
	}

	Envelope envelope(String type, String aggregateId, long version, Object data) {
		String id = UUID.randomUUID().toString();
		return new Envelope(id, new MessageType(type), "safelight.publication", Instant.EPOCH, List.of(),
				new Metadata(aggregateId, version, id, id, "", "ana"), EnvelopeJson.data(data));
	}

	void send(Envelope command) {
		MessageAttributeValue type = MessageAttributeValue.builder()
			.dataType("String")
			.stringValue(command.type().name())
			.build();
		this.sns.publish((request) -> request.topicArn(topic("safelight-publication-commands"))
			.message(EnvelopeJson.write(command))
			.messageAttributes(Map.of("detail-type", type)));
	}

	/** All answers to a command that were heard up to now. */
	List<Envelope> answersTo(Envelope command) {
		List<Message> messages = this.sqs
			.receiveMessage((request) -> request.queueUrl(this.replies).maxNumberOfMessages(10).waitTimeSeconds(1))
			.join()
			.messages();
		for (Message message : messages) {
			this.heard.add(EnvelopeJson.read(message.body()));
			this.sqs.deleteMessage((request) -> request.queueUrl(this.replies).receiptHandle(message.receiptHandle()))
				.join();
		}
		return this.heard.stream().filter((answer) -> answer.metadata().causationId().equals(command.id())).toList();
	}

	List<String> keys(String bucket, PhotoUnderTest photo) {
		return this.s3.listObjectsV2((request) -> request.bucket(bucket).prefix(photo.id() + "/"))
			.contents()
			.stream()
			.map((object) -> object.key().substring(photo.id().length() + 1))
			.sorted()
			.toList();
	}

	byte[] bytes(String bucket, String key) {
		return this.s3.getObjectAsBytes((request) -> request.bucket(bucket).key(key)).asByteArray();
	}

	private String topic(String name) {
		return this.sns.createTopic((request) -> request.name(name)).topicArn();
	}

	static String sha256(byte[] bytes) {
		try {
			return java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (java.security.NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A photograph whose original is in the bucket.
	 *
	 * @param id its id
	 * @param sha256 of its original
	 */
	record PhotoUnderTest(String id, String sha256) {

		String hash16() {
			return this.sha256.substring(0, 16);
		}

	}

}
