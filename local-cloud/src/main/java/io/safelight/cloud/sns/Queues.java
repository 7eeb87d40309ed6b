package io.safelight.cloud.sns;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.safelight.cloud.Account;
import io.safelight.cloud.AwsError;

/**
 * Sends to the queues of the account, past the gate. Safe for many threads.
 */
final class Queues implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Supplier<URI> server;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.executor(Executors.newVirtualThreadPerTaskExecutor())
		.build();

	Queues(Supplier<URI> server) {
		this.server = server;
	}

	/**
	 * Sends a batch. When this returns, the queue keeps what it took.
	 * @param queueArn the queue
	 * @param entries at most ten entries of SQS's SendMessageBatch without their ids
	 * @return indexes of the entries that the queue refused for good, all of them when
	 * there is no such queue
	 * @throws AwsError when SQS does not answer: to be tried again by the publisher
	 */
	List<Integer> send(String queueArn, List<Map<String, Object>> entries) {
		List<Map<String, Object>> numbered = new ArrayList<>();
		for (Map<String, Object> entry : entries) {
			Map<String, Object> withId = new LinkedHashMap<>(entry);
			withId.put("Id", String.valueOf(numbered.size()));
			numbered.add(withId);
		}
		HttpResponse<byte[]> response = post(Map.of("QueueUrl", url(queueArn), "Entries", numbered));
		if (response.statusCode() >= 500) {
			throw new AwsError(500, "InternalError", "SQS answers " + response.statusCode());
		}
		List<Integer> refused = new ArrayList<>();
		if (response.statusCode() >= 400) {
			for (int i = 0; i < entries.size(); i++) {
				refused.add(i);
			}
			return refused;
		}
		for (JsonNode failed : JSON.readTree(response.body()).path("Failed")) {
			refused.add(Integer.valueOf(failed.path("Id").asString()));
		}
		return refused;
	}

	@Override
	public void close() {
		this.client.shutdownNow();
	}

	private HttpResponse<byte[]> post(Map<String, Object> batch) {
		HttpRequest request = HttpRequest.newBuilder(this.server.get().resolve("/"))
			.header("Content-Type", "application/x-amz-json-1.0")
			.header("X-Amz-Target", "AmazonSQS.SendMessageBatch")
			.POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(batch)))
			.build();
		try {
			return this.client.send(request, BodyHandlers.ofByteArray());
		}
		catch (IOException ex) {
			throw new AwsError(500, "InternalError", "SQS does not answer: " + ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AwsError(500, "InternalError", "Stopping");
		}
	}

	private String url(String queueArn) {
		return this.server.get() + "/" + Account.ID + "/" + queueArn.substring(queueArn.lastIndexOf(':') + 1);
	}

}
