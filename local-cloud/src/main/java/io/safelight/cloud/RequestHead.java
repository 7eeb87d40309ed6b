package io.safelight.cloud;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of an HTTP request without changing what a signature may cover.
 */
final class RequestHead {

	private static final String DEFAULT_REGION = "us-east-1";

	private RequestHead() {
	}

	static Request of(org.eclipse.jetty.server.Request http) {
		Map<String, List<String>> headers = new LinkedHashMap<>();
		for (HttpField field : http.getHeaders()) {
			String value = (field.getValue() != null) ? field.getValue() : "";
			headers.computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), (name) -> new ArrayList<>(1)).add(value);
		}
		String path = decode(http.getHttpURI().getPath(), false);
		return new Request(UUID.randomUUID().toString(), http.getMethod(), path, query(http.getHttpURI().getQuery()),
				headers, new byte[0], "", DEFAULT_REGION);
	}

	static Request signed(Request head, Credential credential, byte[] body) {
		return new Request(head.id(), head.method(), head.path(), head.query(), head.headers(), body,
				credential.accessKeyId(), credential.region());
	}

	private static Map<String, List<String>> query(@Nullable String raw) {
		Map<String, List<String>> query = new LinkedHashMap<>();
		if (raw == null || raw.isEmpty()) {
			return query;
		}
		for (String pair : raw.split("&")) {
			int equals = pair.indexOf('=');
			String name = (equals < 0) ? pair : pair.substring(0, equals);
			String value = (equals < 0) ? "" : pair.substring(equals + 1);
			query.computeIfAbsent(decode(name, true), (key) -> new ArrayList<>(1)).add(decode(value, true));
		}
		return query;
	}

	/**
	 * Decodes percent signs; what is not a valid escape stays as it is.
	 */
	static String decode(@Nullable String text, boolean form) {
		if (text == null) {
			return "/";
		}
		if (text.indexOf('%') < 0 && !(form && text.indexOf('+') >= 0)) {
			return text;
		}
		byte[] raw = text.getBytes(StandardCharsets.UTF_8);
		byte[] decoded = new byte[raw.length];
		int length = 0;
		for (int i = 0; i < raw.length; i++) {
			if (raw[i] == '%' && i + 2 < raw.length && HexFormat.isHexDigit(raw[i + 1])
					&& HexFormat.isHexDigit(raw[i + 2])) {
				decoded[length++] = (byte) HexFormat.fromHexDigits(text(raw, i + 1, 2));
				i += 2;
			}
			else {
				decoded[length++] = (form && raw[i] == '+') ? (byte) ' ' : raw[i];
			}
		}
		return text(decoded, 0, length);
	}

	private static String text(byte[] bytes, int offset, int length) {
		return new String(bytes, offset, length, StandardCharsets.UTF_8);
	}

}
