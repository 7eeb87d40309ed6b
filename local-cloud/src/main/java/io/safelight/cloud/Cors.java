package io.safelight.cloud;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lets pages that this machine serves to itself use the account, as if every bucket had a
 * CORS configuration that allows them.
 */
final class Cors {

	private static final Pattern LOOPBACK = Pattern.compile("https?://(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?");

	private static final String EXPOSED = "ETag, x-amz-request-id, x-amz-version-id, x-amz-checksum-crc32, "
			+ "x-amz-checksum-crc32c, x-amz-checksum-crc64nvme, x-amz-checksum-sha1, x-amz-checksum-sha256, "
			+ "Content-Length, Content-Range, Accept-Ranges, Last-Modified";

	private Cors() {
	}

	/**
	 * The headers every answer to a page carries.
	 * @param request the request
	 * @return the headers; none when the request does not come from such a page
	 */
	static Map<String, String> headers(Request request) {
		Optional<String> origin = request.header("origin").filter((value) -> LOOPBACK.matcher(value).matches());
		return origin
			.map((value) -> Map.of("Access-Control-Allow-Origin", value, "Access-Control-Expose-Headers", EXPOSED,
					"Vary", "Origin"))
			.orElse(Map.of());
	}

	static boolean isPreflight(Request request) {
		return "OPTIONS".equals(request.method()) && request.header("origin").isPresent()
				&& request.header("access-control-request-method").isPresent();
	}

	static Response preflight(Request request) {
		Map<String, String> headers = new LinkedHashMap<>(headers(request));
		if (headers.isEmpty()) {
			throw new AwsError(403, "AccessForbidden", "CORSResponse: This CORS request is not allowed.");
		}
		headers.put("Access-Control-Allow-Methods", "GET, HEAD, PUT, POST, DELETE");
		headers.put("Access-Control-Allow-Headers", request.header("access-control-request-headers").orElse("*"));
		headers.put("Access-Control-Max-Age", "3000");
		return new Response(200, headers, new byte[0]);
	}

}
