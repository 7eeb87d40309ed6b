package io.safelight.cloud.sqs;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.safelight.cloud.AwsService;
import io.safelight.cloud.Call;
import io.safelight.cloud.Protocol;
import io.safelight.cloud.Request;
import io.safelight.cloud.Response;
import io.safelight.cloud.Upstream;
import io.safelight.cloud.Usage;

/**
 * Passes SQS's requests on to ElasticMQ after the limits that ElasticMQ does not know.
 */
final class Sqs implements AwsService {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final ElasticMq server;

	private final Upstream upstream;

	private final SendLimits limits = new SendLimits();

	Sqs(ElasticMq server) {
		this.server = server;
		this.upstream = new Upstream(server.address());
	}

	@Override
	public Set<String> signingNames() {
		return Set.of("sqs");
	}

	@Override
	public Protocol protocol(Request request) {
		return request.header("x-amz-target").isPresent() ? Protocol.JSON : Protocol.QUERY;
	}

	@Override
	public Response handle(Request request) {
		this.limits.check(request);
		return this.upstream.pass(request, request.path());
	}

	/**
	 * Each 64 KiB of what is sent or received is a request, and so is an empty receive; a
	 * batch is one call.
	 */
	@Override
	public Call call(Request request, Response response) {
		String queue = queue(request);
		long bytes = Math.max(request.body().length, response.body().length);
		return new Call(request.operation(), queue,
				Usage.of(queue.endsWith(".fifo") ? "sqs.fifo" : "sqs.standard", Usage.chunks(bytes)));
	}

	private static String queue(Request request) {
		try {
			JsonNode asked = JSON.readTree(request.body());
			String url = asked.path("QueueUrl").asString(asked.path("QueueName").asString(""));
			return url.substring(url.lastIndexOf('/') + 1);
		}
		catch (JacksonException ex) {
			return "";
		}
	}

	@Override
	public Optional<URI> backend() {
		return Optional.of(this.server.address());
	}

	@Override
	public void close() {
		this.upstream.close();
		this.server.close();
	}

}
