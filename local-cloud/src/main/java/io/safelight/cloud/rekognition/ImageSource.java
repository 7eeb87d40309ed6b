package io.safelight.cloud.rekognition;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;

import io.safelight.cloud.AwsError;
import tools.jackson.databind.JsonNode;

/**
 * Gets the bytes of the picture a request is about, from the request or from S3.
 */
final class ImageSource implements AutoCloseable {

	private static final int BYTES_LIMIT = 5 * 1024 * 1024;

	private static final int OBJECT_LIMIT = 15 * 1024 * 1024;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Supplier<URI> s3;

	/**
	 * Makes a source.
	 * @param s3 where objects can be read without a signature
	 */
	ImageSource(Supplier<URI> s3) {
		this.s3 = s3;
	}

	/**
	 * Gets the bytes.
	 * @param image the request's {@code Image}
	 * @return the file
	 */
	byte[] bytes(JsonNode image) {
		JsonNode object = image.path("S3Object");
		boolean inline = image.hasNonNull("Bytes");
		if (inline == object.isObject()) {
			throw RekognitionErrors.invalidParameter("Request has invalid parameters: Image needs Bytes or S3Object.");
		}
		return inline ? decoded(image.path("Bytes").asString("")) : read(object);
	}

	@Override
	public void close() {
		this.client.close();
	}

	private static byte[] decoded(String base64) {
		try {
			byte[] bytes = Base64.getDecoder().decode(base64);
			return withinLimit(bytes, BYTES_LIMIT);
		}
		catch (IllegalArgumentException ex) {
			throw new AwsError(400, "SerializationException", "Image.Bytes is not base64.");
		}
	}

	private byte[] read(JsonNode object) {
		HttpRequest request = HttpRequest.newBuilder(address(object)).timeout(Duration.ofSeconds(30)).build();
		try {
			HttpResponse<InputStream> response = this.client.send(request, HttpResponse.BodyHandlers.ofInputStream());
			try (InputStream body = response.body()) {
				if (response.statusCode() != 200) {
					throw RekognitionErrors.invalidObject();
				}
				return withinLimit(body.readNBytes(OBJECT_LIMIT + 1), OBJECT_LIMIT);
			}
		}
		catch (IOException ex) {
			throw new AwsError(500, "InternalServerError", "S3 could not be read.");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AwsError(500, "InternalServerError", "Interrupted while S3 was read.");
		}
	}

	private URI address(JsonNode object) {
		String bucket = object.path("Bucket").asString("");
		String name = object.path("Name").asString("");
		if (bucket.isEmpty() || name.isEmpty()) {
			throw RekognitionErrors.invalidParameter("Request has invalid parameters: S3Object needs Bucket and Name.");
		}
		String version = object.path("Version").asString("");
		String query = version.isEmpty() ? "" : "?versionId=" + encoded(version);
		return URI.create(this.s3.get() + "/" + encoded(bucket) + "/" + encoded(name).replace("%2F", "/") + query);
	}

	private static byte[] withinLimit(byte[] bytes, int limit) {
		if (bytes.length > limit) {
			throw RekognitionErrors.tooLarge("The picture has more than " + limit + " bytes.");
		}
		if (bytes.length == 0) {
			throw RekognitionErrors.invalidFormat("Request has invalid image format: no bytes");
		}
		return bytes;
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
