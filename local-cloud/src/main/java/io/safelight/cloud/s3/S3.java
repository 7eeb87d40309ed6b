package io.safelight.cloud.s3;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

import io.safelight.cloud.AwsError;
import io.safelight.cloud.Exchange;
import io.safelight.cloud.Protocol;
import io.safelight.cloud.Request;
import io.safelight.cloud.Response;
import io.safelight.cloud.StreamingService;
import io.safelight.cloud.Upstream;

/**
 * Passes S3's requests on to S3Mock.
 */
final class S3 implements StreamingService {

	private final S3MockServer server;

	private final Upstream upstream;

	S3(S3MockServer server) {
		this.server = server;
		this.upstream = new Upstream(server.address());
	}

	@Override
	public Set<String> signingNames() {
		return Set.of("s3");
	}

	@Override
	public Protocol protocol(Request request) {
		return Protocol.REST_XML;
	}

	@Override
	public boolean streams(Request head) {
		return true;
	}

	@Override
	public Response handle(Request request) {
		throw new AwsError(501, "NotImplemented", "This operation is not emulated.");
	}

	@Override
	public void stream(Exchange exchange) throws IOException {
		this.upstream.pass(exchange);
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
