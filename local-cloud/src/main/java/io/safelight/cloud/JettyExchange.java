package io.safelight.cloud;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * One request as Jetty has it.
 */
final class JettyExchange implements Exchange {

	private final Request http;

	private final Response answer;

	private io.safelight.cloud.Request head;

	private @Nullable PayloadCheck payload;

	JettyExchange(io.safelight.cloud.Request head, Request http, Response answer) {
		this.head = head;
		this.http = http;
		this.answer = answer;
	}

	void checked(PayloadCheck payload, io.safelight.cloud.Request head) {
		this.payload = payload;
		this.head = head;
	}

	@Override
	public io.safelight.cloud.Request head() {
		return this.head;
	}

	@Override
	public String target() {
		return this.http.getHttpURI().getPathQuery();
	}

	String rawPath() {
		String path = this.http.getHttpURI().getPath();
		return (path != null) ? path : "/";
	}

	@Override
	public long length() {
		return this.http.getLength();
	}

	@Override
	public InputStream body() {
		InputStream raw = Content.Source.asInputStream(this.http);
		return (this.payload != null) ? this.payload.checked(raw, length()) : raw;
	}

	byte[] read(int most) throws IOException {
		if (length() > most) {
			throw tooLarge();
		}
		byte[] bytes = Content.Source.asInputStream(this.http).readNBytes(most + 1);
		if (bytes.length > most) {
			throw tooLarge();
		}
		return bytes;
	}

	void answer(io.safelight.cloud.Response response) throws IOException {
		Map<String, List<String>> headers = new LinkedHashMap<>();
		response.headers().forEach((name, value) -> headers.put(name, List.of(value)));
		headers.put("Content-Length", List.of(String.valueOf(response.body().length)));
		answer(response.status(), headers, new ByteArrayInputStream(response.body()));
	}

	@Override
	public void answer(int status, Map<String, List<String>> headers, InputStream body) throws IOException {
		if (this.answer.isCommitted()) {
			throw new IOException("The answer has begun already");
		}
		this.answer.getHeaders().clear();
		this.answer.setStatus(status);
		headers.forEach((name, values) -> this.answer.getHeaders().put(name, values));
		this.answer.getHeaders().put("x-amzn-RequestId", this.head.id());
		Cors.headers(this.head).forEach((name, value) -> this.answer.getHeaders().put(name, value));
		try (body; OutputStream out = Content.Sink.asOutputStream(this.answer)) {
			if (!"HEAD".equals(this.head.method())) {
				body.transferTo(out);
			}
		}
	}

	private static AwsError tooLarge() {
		return new AwsError(413, "RequestEntityTooLarge", "The request is larger than 16 MiB.");
	}

}
