package io.safelight.upload;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.Visitor;
import io.safelight.upload.inspection.Hashes;
import tools.jackson.databind.JsonNode;

/**
 * What photographers do with a file, by plain HTTP and knowing nothing of AWS.
 */
final class Photographer {

	private Photographer() {
	}

	static Map<String, Object> announcement(byte[] file, String contentType) {
		return new HashMap<>(Map.of("fileName", "sunset.jpg", "contentType", contentType, "bytes", file.length,
				"sha256", Hashes.sha256(file), "title", "Sunset", "keywords", new String[] { "sea", "sun" }));
	}

	/** Announces and puts every part; answers the upload's path. */
	static String put(Visitor who, Map<String, Object> announcement, byte[] file) {
		Answer begun = who.post("/v1/uploads", announcement);
		if (begun.status() != 201) {
			throw new AssertionError("The announcement was answered " + begun);
		}
		begun.json().path("parts").forEach((part) -> putPart(part, file, begun.json().path("partBytes").asInt()));
		return "/v1/uploads/" + begun.field("uploadId");
	}

	/** What exceeds the announced parts goes into the last one. */
	private static void putPart(JsonNode part, byte[] file, int partBytes) {
		int from = Math.min((part.path("number").asInt() - 1) * partBytes, file.length);
		boolean last = part.path("bytes").asInt() < partBytes;
		int status = putBytes(part, Arrays.copyOfRange(file, from, last ? file.length : from + partBytes));
		if (status != 200) {
			throw new AssertionError("Part " + part.path("number") + " was answered " + status);
		}
	}

	/** A plain PUT without any header of ours. */
	static int putBytes(JsonNode part, byte[] bytes) {
		return Visitor
			.send(HttpRequest.newBuilder(URI.create(part.path("url").asString()))
				.PUT(BodyPublishers.ofByteArray(bytes)))
			.status();
	}

}
