package io.safelight.gateway.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A service's answer on its way to the caller. If either side breaks off, so does the
 * other: what is cut short never looks complete.
 */
final class ProxiedResponse implements ServerResponse {

	private static final int BUFFER = 32 * 1024;

	private final HttpUriRequestBase upstream;

	private final ClassicHttpResponse response;

	private final HttpHeaders headers = new HttpHeaders();

	ProxiedResponse(HttpUriRequestBase upstream, ClassicHttpResponse response) {
		this.upstream = upstream;
		this.response = response;
	}

	@Override
	public HttpStatusCode statusCode() {
		return HttpStatusCode.valueOf(this.response.getCode());
	}

	/** The headers that the caller will get; may be changed until they are written. */
	@Override
	public HttpHeaders headers() {
		return this.headers;
	}

	@Override
	public MultiValueMap<String, Cookie> cookies() {
		return new LinkedMultiValueMap<>();
	}

	/** What the gateway has said itself, such as the request's id, stays. */
	@Override
	public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse answer, Context context)
			throws IOException {
		Set<String> said = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		said.addAll(answer.getHeaderNames());
		answer.setStatus(this.response.getCode());
		this.headers.forEach((name, values) -> values.stream()
			.filter((value) -> !said.contains(name))
			.forEach((value) -> answer.addHeader(name, value)));
		try {
			copy(answer);
			this.response.close();
		}
		catch (IOException ex) {
			this.upstream.abort();
			BreakOffFilter.breakOff(request, ex);
		}
		return null;
	}

	private void copy(HttpServletResponse answer) throws IOException {
		HttpEntity entity = this.response.getEntity();
		if (entity == null) {
			return;
		}
		boolean live = isLive();
		byte[] buffer = new byte[BUFFER];
		InputStream in = entity.getContent();
		OutputStream out = answer.getOutputStream();
		for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
			out.write(buffer, 0, read);
			if (live) {
				out.flush();
			}
		}
	}

	/** Whether somebody waits for each line. */
	private boolean isLive() {
		String type = this.headers.getFirst(HttpHeaders.CONTENT_TYPE);
		return type != null && (type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE)
				|| type.startsWith(MediaType.APPLICATION_NDJSON_VALUE));
	}

}
