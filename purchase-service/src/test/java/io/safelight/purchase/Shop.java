package io.safelight.purchase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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
import java.util.concurrent.ConcurrentHashMap;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.messaging.test.LocalCloud;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A running purchase service as the catalogue and as buyers see it: photos are listed
 * over SNS, everything else is HTTP.
 */
final class Shop {

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Map<String, String> tokens = new ConcurrentHashMap<>();

	private final LocalCloud cloud;

	private final S3Client s3;

	private final SnsClient sns;

	private final URI service;

	Shop(LocalCloud cloud, S3Client s3, SnsClient sns, int port) {
		this.cloud = cloud;
		this.s3 = s3;
		this.sns = sns;
		this.service = URI.create("http://127.0.0.1:" + port);
	}

	/** Puts a file of random bytes on sale, and waits until the service knows. */
	Photo listed(int bytes) {
		Photo photo = stored(bytes);
		publish(photo, 1, 2500);
		await().atMost(Duration.ofSeconds(20))
			.until(() -> !order("ben", "probe-" + UUID.randomUUID(), photo, 1).text("code").equals("not-for-sale"));
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
		Envelope sample = Samples.envelope("photo-listed.v1");
		ObjectNode data = (ObjectNode) sample.data();
		data.put("photoId", photo.id());
		ObjectNode offer = (ObjectNode) data.path("offers").path(2);
		offer.put("bytes", photo.file().length);
		((ObjectNode) offer.path("price")).put("amount", price);
		((ObjectNode) offer.path("file")).put("key", photo.id() + "/full.jpg").put("sha256", sha256(photo.file()));
		Metadata metadata = new Metadata(photo.id(), version, "c", "c", sample.metadata().traceparent(), "ana");
		Envelope envelope = new Envelope(UUID.randomUUID().toString(), sample.type(), sample.source(), sample.time(),
				List.of(), metadata, data);
		String topic = this.sns.createTopic((request) -> request.name("safelight-catalog-events")).topicArn();
		this.sns.publish((request) -> request.topicArn(topic)
			.message(EnvelopeJson.write(envelope))
			.messageAttributes(Map.of("detail-type",
					MessageAttributeValue.builder().dataType("String").stringValue("photo-listed.v1").build())));
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
			.until(() -> get(user, "/v1/licences/" + licenceId).text("state").equals("READY"));
		return licenceId;
	}

	Link link(String user, String licenceId) {
		Answer minted = post(user, "/v1/licences/" + licenceId + "/downloads", Map.of());
		assertThat(minted.status()).as(minted.toString()).isEqualTo(201);
		return new Link(minted.text("linkId"), URI.create(minted.text("url")).getFragment());
	}

	Answer claim(String user, Link link) {
		return post(user, "/v1/links/" + link.id() + "/claim", Map.of("secret", link.secret()));
	}

	String claimed(String user, Link link) {
		Answer claim = claim(user, link);
		assertThat(claim.status()).as(claim.toString()).isEqualTo(200);
		return claim.text("claimId");
	}

	Answer content(String user, String claimId, String... headers) {
		return get(user, "/v1/claims/" + claimId + "/content", headers);
	}

	Answer get(String user, String path, String... headers) {
		return send(request(user, path, headers).GET());
	}

	Answer head(String user, String path, String... headers) {
		return send(request(user, path, headers).HEAD());
	}

	Answer post(String user, String path, Object body, String... headers) {
		return send(request(user, path, headers).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
	}

	/** A request; of nobody where the user is empty. */
	HttpRequest.Builder request(String user, String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.service.resolve(path))
			.timeout(Duration.ofSeconds(60));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return user.isEmpty() ? request : request.header("Authorization", "Bearer " + token(user));
	}

	/** The body of a file as it came over the wire until the connection was closed. */
	byte[] rawContent(String user, String claimId, String accept) throws IOException {
		try (Socket socket = new Socket(this.service.getHost(), this.service.getPort())) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream()
				.write(("GET /v1/claims/" + claimId + "/content HTTP/1.1\r\nHost: test\r\nAccept: " + accept
						+ "\r\nAuthorization: Bearer " + token(user) + "\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			byte[] all = socket.getInputStream().readAllBytes();
			int end = new String(all, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
			return Arrays.copyOfRange(all, end + 4, all.length);
		}
	}

	private Answer send(HttpRequest.Builder request) {
		try {
			return Answer.of(this.http.send(request.build(), BodyHandlers.ofByteArray()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	HttpClient http() {
		return this.http;
	}

	private String token(String user) {
		return this.tokens.computeIfAbsent(user, this::fetchToken);
	}

	private String fetchToken(String user) {
		URI issuer = this.cloud.issuer().orElseThrow();
		Answer answer = send(HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers
				.ofString("grant_type=password&client_id=safelight-cli&password=safelight&username=" + user)));
		JsonNode token = answer.json().path("access_token");
		assertThat(token.isString()).as(answer.toString()).isTrue();
		return token.asString();
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
