package io.safelight.cloud;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The text of a request that a signature covers, after AWS's "Create a signed AWS API
 * request".
 */
final class CanonicalRequest {

	private static final String UNRESERVED = "-._~";

	private CanonicalRequest() {
	}

	/**
	 * Writes the canonical form.
	 * @param request the head of the request
	 * @param rawPath the path as it was sent
	 * @param signature says which headers are covered
	 * @param payloadHash what stands for the body
	 * @return the text that is hashed
	 */
	static String of(Request request, String rawPath, Signature signature, String payloadHash) {
		StringBuilder text = new StringBuilder();
		text.append(request.method()).append('\n');
		text.append(path(request, rawPath, signature.credential().service())).append('\n');
		text.append(query(request.query())).append('\n');
		for (String name : signature.signedHeaders()) {
			text.append(name).append(':').append(header(request.headers().get(name))).append('\n');
		}
		text.append('\n').append(String.join(";", signature.signedHeaders())).append('\n');
		return text.append(payloadHash).toString();
	}

	// S3 encodes the path once, every other service twice.
	private static String path(Request request, String rawPath, String service) {
		String path = "s3".equals(service) ? request.path() : rawPath;
		return path.isEmpty() ? "/" : encode(path, "/");
	}

	private static String query(Map<String, List<String>> query) {
		List<String> pairs = new ArrayList<>();
		query.forEach((name, values) -> {
			if (!"X-Amz-Signature".equals(name)) {
				values.forEach((value) -> pairs.add(encode(name, "") + "=" + encode(value, "")));
			}
		});
		pairs.sort(null);
		return String.join("&", pairs);
	}

	private static String header(@Nullable List<String> values) {
		if (values == null) {
			return "";
		}
		return String.join(",", values.stream().map((value) -> value.trim().replaceAll(" +", " ")).toList());
	}

	static String encode(String text, String kept) {
		StringBuilder encoded = new StringBuilder(text.length() + 16);
		for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
			char c = (char) (b & 0xff);
			if (c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0 || kept.indexOf(c) >= 0)) {
				encoded.append(c);
			}
			else {
				encoded.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
				encoded.append(Character.toUpperCase(Character.forDigit(c & 0xf, 16)));
			}
		}
		return encoded.toString();
	}

}
