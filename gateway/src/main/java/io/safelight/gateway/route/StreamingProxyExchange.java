package io.safelight.gateway.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;

import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Passes a request on and its answer back, both as streams. Spring's own exchanges read a
 * service's answer to its end when the caller has gone away, and a service would take a
 * download for delivered that was not: this one breaks the connection off instead.
 * Thread-safe.
 */
final class StreamingProxyExchange implements ProxyExchange {

	private final CloseableHttpClient client;

	StreamingProxyExchange(CloseableHttpClient client) {
		this.client = client;
	}

	/**
	 * Sends the request and waits for the head of the answer.
	 * @throws UpstreamException if there is none
	 */
	@Override
	public ServerResponse exchange(Request request) {
		HttpUriRequestBase upstream = upstream(request);
		try {
			ClassicHttpResponse response = this.client.executeOpen(RoutingSupport.determineHost(upstream), upstream,
					null);
			return proxied(request, upstream, response);
		}
		catch (ConnectException | ConnectTimeoutException | UnknownHostException | NoHttpResponseException ex) {
			throw new UpstreamException(UpstreamException.Kind.DOWN, ex);
		}
		catch (SocketTimeoutException ex) {
			throw new UpstreamException(UpstreamException.Kind.SILENT, ex);
		}
		catch (IOException | HttpException ex) {
			throw new UpstreamException(UpstreamException.Kind.BROKEN, ex);
		}
	}

	private static ServerResponse proxied(Request request, HttpUriRequestBase upstream, ClassicHttpResponse response) {
		ProxiedResponse proxied = new ProxiedResponse(upstream, response);
		UpstreamHead head = new UpstreamHead(response);
		request.getResponseConsumers().forEach((consumer) -> consumer.accept(head, proxied));
		return proxied;
	}

	private static HttpUriRequestBase upstream(Request request) {
		HttpServletRequest inbound = request.getServerRequest().servletRequest();
		HttpUriRequestBase upstream = new HttpUriRequestBase(request.getMethod().name(),
				withRawQuery(request, inbound));
		request.getHeaders().forEach((name, values) -> values.forEach((value) -> upstream.addHeader(name, value)));
		if (hasBody(inbound)) {
			upstream.setEntity(body(inbound));
		}
		return upstream;
	}

	/** The query exactly as the caller wrote it, not decoded and written anew. */
	private static URI withRawQuery(Request request, HttpServletRequest inbound) {
		URI uri = Objects.requireNonNull(request.getUri(), "a route has a URI");
		String query = inbound.getQueryString();
		return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath()
				+ ((query != null) ? "?" + query : ""));
	}

	private static boolean hasBody(HttpServletRequest inbound) {
		return inbound.getContentLengthLong() > 0 || inbound.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
	}

	private static InputStreamEntity body(HttpServletRequest inbound) {
		try {
			return new InputStreamEntity(inbound.getInputStream(), inbound.getContentLengthLong(), null);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The head of a service's answer, as Spring sees it.
	 */
	private record UpstreamHead(HttpStatusCode status, HttpHeaders headers) implements Response {

		UpstreamHead(ClassicHttpResponse response) {
			this(HttpStatusCode.valueOf(response.getCode()), headersOf(response));
		}

		private static HttpHeaders headersOf(ClassicHttpResponse response) {
			HttpHeaders headers = new HttpHeaders();
			response.headerIterator().forEachRemaining((header) -> headers.add(header.getName(), header.getValue()));
			return headers;
		}

		@Override
		public HttpStatusCode getStatusCode() {
			return this.status;
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

	}

}
