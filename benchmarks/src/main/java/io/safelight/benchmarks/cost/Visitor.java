package io.safelight.benchmarks.cost;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody at the entrance, who does what the site does.
 */
final class Visitor {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	/** The site asks in this rhythm. */
	private static final int POLL_SECONDS = 2;

	private static final int MOST_POLLS = 150;

	private final String gateway;

	private final String token;

	private Visitor(String gateway, String token) {
		this.gateway = gateway;
		this.token = token;
	}

	static Visitor signedIn(Marketplace marketplace, String user) throws IOException, InterruptedException {
		String form = Map
			.of("grant_type", "password", "client_id", "safelight-cli", "username", user, "password", "safelight")
			.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(URI.create(marketplace.identity() + "/oauth2/token"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form)));
		return new Visitor(marketplace.gateway(), JSON.readTree(answer.body()).path("access_token").asString());
	}

	/** Uploads a picture and waits until it is on sale. */
	String publish(byte[] picture, String title) throws IOException, InterruptedException {
		JsonNode session = post("/api/upload/v1/uploads",
				Map.of("fileName", "photo.jpg", "contentType", "image/jpeg", "bytes", picture.length, "sha256",
						sha256(picture), "title", title, "keywords", List.of("cost", "sample", "mosaic")));
		String id = session.path("uploadId").asString();
		int partBytes = session.path("partBytes").asInt();
		for (JsonNode part : session.path("parts")) {
			int from = (part.path("number").asInt() - 1) * partBytes;
			send(HttpRequest.newBuilder(URI.create(part.path("url").asString()))
				.PUT(BodyPublishers
					.ofByteArray(Arrays.copyOfRange(picture, from, Math.min(from + partBytes, picture.length)))));
		}
		post("/api/upload/v1/uploads/" + id + "/complete", Map.of());
		await("/api/publication/v1/publications/" + id, "PUBLISHED");
		return id;
	}

	/** Buys a photo in full size and takes the file away. */
	void buy(String photo) throws IOException, InterruptedException {
		JsonNode order = post("/api/purchase/v1/orders",
				Map.of("lines", List.of(Map.of("photoId", photo, "size", "full"))));
		String licence = "/api/purchase/v1/licences/" + order.path("licences").path(0).path("licenceId").asString();
		await(licence, "READY");
		JsonNode link = post(licence + "/downloads", Map.of());
		String secret = Objects.requireNonNullElse(URI.create(link.path("url").asString()).getFragment(), "");
		JsonNode claim = post("/api/purchase/v1/links/" + link.path("linkId").asString() + "/claim",
				Map.of("secret", secret));
		String claimed = "/api/purchase/v1/claims/" + claim.path("claimId").asString();
		byte[] file = get(claimed + "/content").body();
		if (!sha256(file).equals(claim.path("sha256").asString())) {
			throw new IOException("the file is another one");
		}
		post(claimed + "/done", Map.of("sha256", sha256(file)));
	}

	/**
	 * Searches, and looks at one of what was found; answers the bytes of the pictures.
	 */
	long look(int thumbnails) throws IOException, InterruptedException {
		JsonNode found = JSON.readTree(get("/api/search/v1/images/search?query=sample").body()).path("data");
		long bytes = 0;
		for (int image = 0; image < thumbnails; image++) {
			String id = found.path(image % found.size()).path("id").asString();
			bytes += get("/media/" + id + "/w320.jpg").body().length;
		}
		String chosen = found.path(0).path("id").asString();
		get("/api/catalog/v1/photos/" + chosen);
		return bytes + get("/media/" + chosen + "/w800.jpg").body().length;
	}

	private void await(String path, String state) throws IOException, InterruptedException {
		for (int poll = 0; poll < MOST_POLLS; poll++) {
			HttpResponse<byte[]> answer = send(request(path).GET());
			if (answer.statusCode() == 200 && JSON.readTree(answer.body()).path("state").asString().equals(state)) {
				return;
			}
			TimeUnit.SECONDS.sleep(POLL_SECONDS);
		}
		throw new IOException(path + " did not become " + state);
	}

	private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
		return good(path, send(request(path).GET()));
	}

	private JsonNode post(String path, Object body) throws IOException, InterruptedException {
		HttpRequest.Builder request = request(path).header("Content-Type", "application/json")
			.header("Idempotency-Key", UUID.randomUUID().toString())
			.POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
		return JSON.readTree(good(path, send(request)).body());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.gateway + path))
			.timeout(Duration.ofMinutes(2))
			.header("Accept", "image/webp,*/*")
			.header("Authorization", "Bearer " + this.token);
	}

	private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
	}

	private static HttpResponse<byte[]> good(String path, HttpResponse<byte[]> answer) throws IOException {
		if (answer.statusCode() >= 300) {
			throw new IOException(path + " answers " + answer.statusCode() + ": "
					+ new String(answer.body(), StandardCharsets.UTF_8));
		}
		return answer;
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
