package io.safelight.cloud;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer with its whole body. The gate adds {@code x-amzn-RequestId} and the length.
 *
 * @param status the HTTP status
 * @param headers the headers to send
 * @param body the bytes of the body, possibly none
 */
public record Response(int status, Map<String, String> headers, byte[] body) {

	/**
	 * An answer of the JSON protocol.
	 * @param json the document
	 * @return status 200 with {@code application/x-amz-json-1.1}
	 */
	public static Response amzJson(String json) {
		return of(200, "application/x-amz-json-1.1", json);
	}

	/**
	 * An answer of a REST service.
	 * @param status the HTTP status
	 * @param json the document
	 * @return the answer as {@code application/json}
	 */
	public static Response json(int status, String json) {
		return of(status, "application/json", json);
	}

	/**
	 * An answer of the Query protocol.
	 * @param xml the document
	 * @return status 200 with {@code text/xml}
	 */
	public static Response xml(String xml) {
		return of(200, "text/xml", xml);
	}

	/**
	 * An answer of any type.
	 * @param status the HTTP status
	 * @param contentType the media type
	 * @param text the body, sent as UTF-8
	 * @return the answer
	 */
	public static Response of(int status, String contentType, String text) {
		return new Response(status, Map.of("Content-Type", contentType), text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The same answer with one more header.
	 * @param name the header's name
	 * @param value its value
	 * @return a new answer
	 */
	public Response with(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.headers);
		more.put(name, value);
		return new Response(this.status, more, this.body);
	}

}
