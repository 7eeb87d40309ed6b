package io.safelight.acceptance;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A photographer's upload.
 *
 * @param photographer who
 * @param id the upload's identity, which becomes the photo's
 * @param session what the marketplace said when it was opened
 * @param bytes what is to be uploaded
 */
record Upload(User photographer, String id, JsonNode session, byte[] bytes) {

	private static final Set<String> ENDS = Set.of("PUBLISHED", "REJECTED", "FAILED", "COMPENSATION_STUCK");

	static User.Answer open(User photographer, String fileName, String title, byte[] bytes, String... keywords)
			throws IOException, InterruptedException {
		return photographer.post("/api/upload/v1/uploads", Map.of("fileName", fileName, "contentType", "image/jpeg",
				"bytes", bytes.length, "sha256", sha256(bytes), "title", title, "keywords", List.of(keywords)));
	}

	static Upload opened(User photographer, String fileName, String title, byte[] bytes, String... keywords)
			throws IOException, InterruptedException {
		User.Answer answer = open(photographer, fileName, title, bytes, keywords);
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		return new Upload(photographer, answer.json().path("uploadId").asString(), answer.json(), bytes);
	}

	Upload sent() throws IOException, InterruptedException {
		int partBytes = this.session.path("partBytes").asInt();
		for (JsonNode part : this.session.path("parts")) {
			int from = (part.path("number").asInt() - 1) * partBytes;
			byte[] chunk = Arrays.copyOfRange(this.bytes, from, Math.min(from + partBytes, this.bytes.length));
			assertThat(this.photographer.put(part.path("url").asString(), chunk)).isEqualTo(200);
		}
		return this;
	}

	User.Answer complete() throws IOException, InterruptedException {
		return this.photographer.post("/api/upload/v1/uploads/" + this.id + "/complete", Map.of());
	}

	Upload completed() throws IOException, InterruptedException {
		User.Answer answer = sent().complete();
		assertThat(answer.status()).as(answer.text()).isEqualTo(202);
		return this;
	}

	JsonNode publication() throws IOException, InterruptedException {
		return this.photographer.get("/api/publication/v1/publications/" + this.id).json();
	}

	/** Waits until the photo has come to its end, whichever it is. */
	JsonNode ended() throws IOException, InterruptedException {
		return await().atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofMillis(300))
			.until(this::publication, Upload::isEnded);
	}

	static boolean isEnded(JsonNode publication) {
		return ENDS.contains(publication.path("state").asString());
	}

	static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
