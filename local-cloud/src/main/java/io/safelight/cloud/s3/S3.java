package io.safelight.cloud.s3;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.safelight.cloud.AwsError;
import io.safelight.cloud.Call;
import io.safelight.cloud.Exchange;
import io.safelight.cloud.Protocol;
import io.safelight.cloud.Request;
import io.safelight.cloud.Response;
import io.safelight.cloud.StreamingService;
import io.safelight.cloud.Upstream;
import org.springframework.web.util.UriUtils;

/**
 * Passes S3's requests on to S3Mock, but for what S3Mock does not know.
 */
final class S3 implements StreamingService {

	private static final Set<String> ARCHIVES = Set.of("GLACIER", "DEEP_ARCHIVE");

	private final S3MockServer server;

	private final Configurations configurations;

	private final UploadsInParts uploads;

	private final Upstream upstream;

	S3(S3MockServer server, Configurations configurations) {
		this.server = server;
		this.uploads = server.uploads();
		this.configurations = configurations;
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
		return !Configurations.concerns(head) && !UploadsInParts.concerns(head);
	}

	@Override
	public Response handle(Request request) {
		if (UploadsInParts.concerns(request)) {
			return abort(request);
		}
		String bucket = Configurations.bucket(request).orElseThrow();
		if (!exists(request, bucket)) {
			throw new AwsError(404, "NoSuchBucket", "The specified bucket does not exist");
		}
		return this.configurations.handle(request);
	}

	private Response abort(Request request) {
		String bucket = request.path().substring(1).split("/", 2)[0];
		if (!exists(request, bucket)) {
			throw new AwsError(404, "NoSuchBucket", "The specified bucket does not exist");
		}
		return this.uploads.abort(request, exists(request, encoded(request.path().substring(1))));
	}

	private static String encoded(String path) {
		return UriUtils.encodePath(path, StandardCharsets.UTF_8);
	}

	@Override
	public void stream(Exchange exchange) throws IOException {
		Request head = exchange.head();
		this.upstream.pass(exchange, (status, headers, body) -> {
			if ("GET".equals(head.method()) && isArchived(headers)) {
				body.close();
				throw new AwsError(403, "InvalidObjectState",
						"The operation is not valid for the object's storage class");
			}
			exchange.answer(status, headers, body);
		});
		if ("DELETE".equals(head.method()) && head.query().isEmpty()) {
			Configurations.bucket(head).ifPresent(this.configurations::forget);
		}
	}

	@Override
	public Call call(Request request, Response response) {
		return ObjectCall.of(request, response);
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

	private boolean exists(Request request, String path) {
		Request head = new Request(request.id(), "HEAD", "/" + path, Map.of(), Map.of(), new byte[0],
				request.accessKeyId(), request.region());
		return this.upstream.pass(head, "/" + path).status() == 200;
	}

	private static boolean isArchived(Map<String, List<String>> headers) {
		return headers.getOrDefault("x-amz-storage-class", List.of()).stream().anyMatch(ARCHIVES::contains);
	}

}
