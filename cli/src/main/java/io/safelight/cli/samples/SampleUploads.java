package io.safelight.cli.samples;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;

/**
 * Gives photographs in as the demo photographer {@code ana}, through the public API, and
 * waits until each has come to its end. Photographs that are already there stay as they
 * are.
 */
public final class SampleUploads {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final Set<String> ENDS = Set.of("PUBLISHED", "REJECTED", "FAILED", "COMPENSATION_STUCK",
			"MODERATING");

	private final String gateway;

	private final String identity;

	public SampleUploads(String gateway, String identity) {
		this.gateway = gateway;
		this.identity = identity;
	}

	/**
	 * Loads photographs.
	 * @param photos which ones
	 * @param progress is told often what is going on
	 * @param line is told what is to stay on the screen
	 * @param elapsed how long everything has taken
	 * @throws IOException if the API does not answer as it should
	 * @throws InterruptedException if told to stop
	 */
	public void load(List<SamplePhoto> photos, Consumer<String> progress, Consumer<String> line,
			Supplier<String> elapsed) throws IOException, InterruptedException {
		Api ana = Api.signIn(this.gateway, this.identity, "ana");
		Map<String, String> waiting = new LinkedHashMap<>();
		int already = 0;
		for (SamplePhoto photo : photos) {
			progress.accept("  uploading " + photo.title() + " …");
			switch (upload(ana, photo)) {
				case Outcome.Accepted accepted -> waiting.put(accepted.photoId(), photo.title());
				case Outcome.Known known -> already++;
				case Outcome.Refused refused ->
					line.accept("  " + photo.file().getFileName() + " was refused: " + refused.reason());
			}
		}
		if (already > 0) {
			line.accept("  photographs that were there already: " + already);
		}
		await(ana, waiting, progress, line, elapsed);
	}

	private static Outcome upload(Api api, SamplePhoto photo) throws IOException, InterruptedException {
		byte[] bytes = Files.readAllBytes(photo.file());
		HttpResponse<String> opened = api.post("/api/upload/v1/uploads",
				Map.of("fileName", photo.file().getFileName().toString(), "contentType", photo.contentType(), "bytes",
						bytes.length, "sha256", sha256(bytes), "title", photo.title(), "keywords", photo.keywords()));
		if (opened.statusCode() == 409) {
			return new Outcome.Known();
		}
		if (opened.statusCode() / 100 == 4) {
			return new Outcome.Refused(Api.json(opened).path("detail").asString());
		}
		if (opened.statusCode() != 201) {
			throw new IOException("an upload was not taken: " + opened.statusCode() + " " + opened.body());
		}
		JsonNode session = Api.json(opened);
		int partBytes = session.path("partBytes").asInt();
		for (JsonNode part : session.path("parts")) {
			int from = (part.path("number").asInt() - 1) * partBytes;
			api.put(part.path("url").asString(),
					Arrays.copyOfRange(bytes, from, Math.min(from + partBytes, bytes.length)));
		}
		String id = session.path("uploadId").asString();
		HttpResponse<String> completed = api.post("/api/upload/v1/uploads/" + id + "/complete", Map.of());
		return (completed.statusCode() / 100 == 2) ? new Outcome.Accepted(id)
				: new Outcome.Refused(Api.json(completed).path("detail").asString());
	}

	private static void await(Api api, Map<String, String> waiting, Consumer<String> progress, Consumer<String> line,
			Supplier<String> elapsed) throws IOException, InterruptedException {
		int total = waiting.size();
		Map<String, Integer> ended = new HashMap<>();
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!waiting.isEmpty() && System.nanoTime() < deadline) {
			for (String id : List.copyOf(waiting.keySet())) {
				HttpResponse<String> response = api.get("/api/publication/v1/publications/" + id);
				String state = (response.statusCode() == 200) ? Api.json(response).path("state").asString()
						: "UPLOADED";
				if (ENDS.contains(state)) {
					waiting.remove(id);
					if (ended.merge(state, 1, Integer::sum) == 1 && state.equals("PUBLISHED")) {
						line.accept("  the first photograph was published after " + elapsed.get());
					}
				}
			}
			progress.accept("  " + (total - waiting.size()) + " of " + total + " photographs have come to their end …");
			TimeUnit.MILLISECONDS.sleep(500);
		}
		if (total > 0) {
			line.accept("  " + ended.getOrDefault("PUBLISHED", 0) + " of " + total + " photographs are published after "
					+ elapsed.get() + (waiting.isEmpty() ? "" : ", " + waiting.size() + " are still on their way"));
		}
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

	/** What the marketplace said of a file. */
	private sealed interface Outcome {

		record Accepted(String photoId) implements Outcome {
		}

		record Known() implements Outcome {
		}

		record Refused(String reason) implements Outcome {
		}

	}

}
