package io.safelight.purchase;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.GoldenSamples;
import io.safelight.messaging.test.Neighbours;
import io.safelight.messaging.test.Visitor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A running purchase service as the catalogue and as buyers see it: photos are listed
 * over SNS, everything else is HTTP.
 */
final class Shop {

	private final S3Client s3;

	private final Neighbours neighbours;

	private final int port;

	Shop(S3Client s3, SnsClient sns, SqsAsyncClient sqs, int port) {
		this.s3 = s3;
		this.neighbours = Neighbours.hearing(sns, sqs);
		this.port = port;
	}

	/** Puts a file of random bytes on sale, and waits until the service knows. */
	Photo listed(int bytes) {
		Photo photo = stored(bytes);
		publish(photo, 1, 2500);
		await().atMost(Duration.ofSeconds(20))
			.until(() -> !order("ben", "probe-" + UUID.randomUUID(), photo, 1).field("code").equals("not-for-sale"));
		return photo;
	}

	Photo stored(int bytes) {
		byte[] file = new byte[bytes];
		new Random().nextBytes(file);
		String id = UUID.randomUUID().toString();
		try {
			this.s3.createBucket((request) -> request.bucket("safelight-sale"));
		}
		catch (BucketAlreadyOwnedByYouException ex) {
			// An earlier photo made it.
		}
		this.s3.putObject((request) -> request.bucket("safelight-sale").key(id + "/full.jpg"),
				RequestBody.fromBytes(file));
		return new Photo(id, file);
	}

	void publish(Photo photo, long version, long price) {
		ObjectNode data = GoldenSamples.data("photo-listed.v1");
		data.put("photoId", photo.id());
		ObjectNode offer = (ObjectNode) data.path("offers").path(2);
		offer.put("bytes", photo.file().length);
		((ObjectNode) offer.path("price")).put("amount", price);
		((ObjectNode) offer.path("file")).put("key", photo.id() + "/full.jpg").put("sha256", sha256(photo.file()));
		this.neighbours.say("safelight-catalog-events",
				Neighbours.envelope("safelight.catalog", "photo-listed.v1", photo.id(), version, data));
	}

	Answer order(String user, String key, Photo photo, long expected) {
		return post(user, "/v1/orders", Map.of("lines", List.of(Map.of("photoId", photo.id(), "size", "full")),
				"expectedTotal", Map.of("amount", expected, "currency", "EUR")), "Idempotency-Key", key);
	}

	/** Buys a photo and waits for the copy. */
	String licence(String user, Photo photo) {
		Answer order = order(user, UUID.randomUUID().toString(), photo, 2500);
		assertThat(order.status()).as(order.toString()).isEqualTo(201);
		String licenceId = order.json().path("licences").path(0).path("licenceId").asString();
		await().atMost(Duration.ofSeconds(30))
			.until(() -> get(user, "/v1/licences/" + licenceId).field("state").equals("READY"));
		return licenceId;
	}

	Link link(String user, String licenceId) {
		Answer minted = post(user, "/v1/licences/" + licenceId + "/downloads", Map.of());
		assertThat(minted.status()).as(minted.toString()).isEqualTo(201);
		return new Link(minted.field("linkId"), URI.create(minted.field("url")).getFragment());
	}

	Answer claim(String user, Link link) {
		return post(user, "/v1/links/" + link.id() + "/claim", Map.of("secret", link.secret()));
	}

	String claimed(String user, Link link) {
		Answer claim = claim(user, link);
		assertThat(claim.status()).as(claim.toString()).isEqualTo(200);
		return claim.field("claimId");
	}

	Answer content(String user, String claimId, String... headers) {
		return get(user, "/v1/claims/" + claimId + "/content", headers);
	}

	Answer get(String user, String path, String... headers) {
		return as(user).get(path, headers);
	}

	Answer head(String user, String path, String... headers) {
		return as(user).head(path, headers);
	}

	Answer post(String user, String path, Object body, String... headers) {
		return as(user).post(path, body, headers);
	}

	/** A visitor; nobody where the user is empty. */
	Visitor as(String user) {
		return user.isEmpty() ? Visitor.anonymous(this.port) : Visitor.named(user, this.port);
	}

	/** The body of a file as it came over the wire until the connection was closed. */
	byte[] rawContent(String user, String claimId, String accept) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream()
				.write(("GET /v1/claims/" + claimId + "/content HTTP/1.1\r\nHost: test\r\nAccept: " + accept
						+ "\r\nAuthorization: " + authorization(user) + "\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			byte[] all = socket.getInputStream().readAllBytes();
			int end = new String(all, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
			return Arrays.copyOfRange(all, end + 4, all.length);
		}
	}

	private String authorization(String user) {
		return as(user).request("/").build().headers().firstValue("Authorization").orElseThrow();
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
	 * A photo on sale.
	 *
	 * @param id its id
	 * @param file its file in full size
	 */
	record Photo(String id, byte[] file) {
	}

	/**
	 * A link as its buyer has it.
	 *
	 * @param id its id
	 * @param secret what the address has after the #
	 */
	record Link(String id, String secret) {
	}

}
