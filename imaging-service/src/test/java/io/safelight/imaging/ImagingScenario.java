package io.safelight.imaging;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.test.Neighbours;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * The services around this one: uploads an original, commands copies, hears the answers.
 */
final class ImagingScenario {

	private static final String INCOMING = "safelight-incoming";

	private final S3Client s3;

	private final Neighbours neighbours;

	ImagingScenario(S3Client s3, SnsClient sns, SqsAsyncClient sqs) {
		this.s3 = s3;
		this.neighbours = Neighbours.hearing(sns, sqs, "safelight-imaging-events");
		createBucket();
	}

	private void createBucket() {
		try {
			this.s3.createBucket((request) -> request.bucket(INCOMING));
		}
		catch (BucketAlreadyOwnedByYouException ex) {
			// An earlier test has made it.
		}
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
		return Neighbours.envelope("safelight.publication", type, aggregateId, version, data);
	}

	void send(Envelope command) {
		this.neighbours.say("safelight-publication-commands", command);
	}

	/** All answers to a command that were heard up to now. */
	List<Envelope> answersTo(Envelope command) {
		return this.neighbours.heard((answer) -> answer.metadata().causationId().equals(command.id()));
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

	String storageClass(String bucket, String key) {
		return String.valueOf(this.s3.getObjectAsBytes((request) -> request.bucket(bucket).key(key))
			.response()
			.storageClassAsString());
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
