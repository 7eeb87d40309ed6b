package io.safelight.cloud.sqs;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import io.safelight.cloud.AwsService;
import io.safelight.cloud.Protocol;
import io.safelight.cloud.Request;
import io.safelight.cloud.Response;
import io.safelight.cloud.Upstream;

/**
 * Passes SQS's requests on to ElasticMQ after the limits that ElasticMQ does not know.
 */
final class Sqs implements AwsService {

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
