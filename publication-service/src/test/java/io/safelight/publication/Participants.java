package io.safelight.publication;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
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
 * Plays upload, imaging and catalog, and hears everything that publication says.
 */
final class Participants {

	static final Duration PATIENCE = Duration.ofSeconds(40);

	private static final String INCOMING = "safelight-incoming";

	private final S3Client s3;

	private final Neighbours neighbours;

	Participants(S3Client s3, SnsClient sns, SqsAsyncClient sqs) {
		this.s3 = s3;
		this.neighbours = Neighbours.hearing(sns, sqs, "safelight-publication-events",
				"safelight-publication-commands");
		try {
			s3.createBucket((request) -> request.bucket(INCOMING));
		}
		catch (BucketAlreadyOwnedByYouException ex) {
			// Made before.
		}
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
		return say("safelight-upload-events",
				Neighbours.envelope("safelight.upload", "photo-uploaded.v1", photo.id(), 1,
						Map.of("photoId", photo.id(), "contributorId", photo.contributorId(), "email",
								"ana@example.test", "fileName", "sunset.jpg", "title", "Sunset", "keywords",
								List.of("sea"), "original", photo.original(photo.sha256()))));
	}

	Uploaded upload(byte[] original) {
		Uploaded photo = put("ana", original);
		announce(photo);
		return photo;
	}

	Envelope imaging(String type, String photoId, Map<String, Object> data) {
		return say("safelight-imaging-events", Neighbours.envelope("safelight.imaging", type, photoId, 1, data));
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
		return say("safelight-catalog-events", Neighbours.envelope("safelight.catalog", type, photoId, 1, data));
	}

	/** Says something, or says it again. */
	Envelope say(String topic, Envelope message) {
		return this.neighbours.say(topic, message);
	}

	/** Waits until publication says this about a photo. */
	Envelope hear(String type, String photoId) {
		return this.neighbours.hear(type, photoId, 1).getLast();
	}

	/** Waits until publication has said this about a photo so often, repeats included. */
	List<Envelope> hearTimes(String type, String photoId, int count) {
		return this.neighbours.hear(type, photoId, count);
	}

	/** Everything of this type that was said about a photo up to now, each once. */
	List<Envelope> heardOf(String type, String photoId) {
		return this.neighbours.heard(Neighbours.about(type, photoId)).stream().distinct().toList();
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
