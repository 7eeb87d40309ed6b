package io.safelight.cloud;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A request with its whole body, as {@link AwsService} sees it.
 *
 * @param id the request id that the answer carries
 * @param method the HTTP method in capitals
 * @param path the decoded path, beginning with a slash
 * @param query the decoded query parameters, in their order
 * @param headers the headers; names are lower case
 * @param body the bytes of the body, at most 16 MiB
 * @param accessKeyId who signed; empty on requests that need no signature
 * @param region the region of the signature's scope, {@code us-east-1} without one
 */
public record Request(String id, String method, String path, Map<String, List<String>> query,
		Map<String, List<String>> headers, byte[] body, String accessKeyId, String region) {

	/**
	 * The first value of a header.
	 * @param name the name in lower case
	 * @return the value, if the header is there
	 */
	public Optional<String> header(String name) {
		return first(this.headers.get(name));
	}

	/**
	 * The first value of a query parameter.
	 * @param name the name, case-sensitive
	 * @return the value, if the parameter is there
	 */
	public Optional<String> parameter(String name) {
		return first(this.query.get(name));
	}

	/**
	 * The operation of the JSON protocol: what follows the dot of {@code X-Amz-Target}.
	 * @return for example {@code GenerateDataKey}; empty without the header
	 */
	public String operation() {
		String target = header("x-amz-target").orElse("");
		return target.substring(target.indexOf('.') + 1);
	}

	/**
	 * The body as text.
	 * @return the body read as UTF-8
	 */
	public String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	private static Optional<String> first(@Nullable List<String> values) {
		return (values == null || values.isEmpty()) ? Optional.empty() : Optional.of(values.getFirst());
	}

}
