package io.safelight.gateway.edge;

import java.net.http.HttpResponse;
import java.util.Map;

import io.safelight.gateway.Browser;
import io.safelight.gateway.GatewayTest;
import io.safelight.gateway.StubService;
import io.safelight.gateway.StubService.Seen;
import io.safelight.gateway.Stubs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class HeadersIntegrationTests {

	private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

	private final Browser browser;

	private final StubService catalog = Stubs.of("catalog");

	HeadersIntegrationTests(@LocalServerPort int port) {
		this.browser = new Browser(port);
	}

	@BeforeEach
	void reset() {
		Stubs.reset();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
			"X-Forwarded-Prefix", "X-Real-IP", "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "Proxy",
			"Keep-Alive", "TE", "Proxy-Authorization", "X-Safelight-User" })
	void aCallerCannotForgeWhoForwardedARequest(String header) throws Exception {
		this.browser.get("/api/catalog/v1/photos/1", header, "forged.example");
		assertThat(this.catalog.onlyOne().header(header)).isEmpty();
	}

	@Test
	void ordinaryHeadersPass() throws Exception {
		this.browser.get("/api/catalog/v1/photos/1", "Accept-Language", "de", "Idempotency-Key", "k-1", "Accept",
				"application/json", "User-Agent", "Probe/1");
		Seen seen = this.catalog.onlyOne();
		assertThat(seen.header("Accept-Language")).containsExactly("de");
		assertThat(seen.header("Idempotency-Key")).containsExactly("k-1");
		assertThat(seen.header("Accept")).containsExactly("application/json");
		assertThat(seen.header("User-Agent")).containsExactly("Probe/1");
		assertThat(seen.header("Host")).containsExactly(this.catalog.address().getRawAuthority());
	}

	@Test
	void aSaneRequestIdIsKept() throws Exception {
		HttpResponse<String> response = this.browser.get("/api/catalog/v1/photos/1", "X-Request-Id", "my-request-17");
		assertThat(response.headers().allValues("X-Request-Id")).containsExactly("my-request-17");
		assertThat(this.catalog.onlyOne().header("X-Request-Id")).containsExactly("my-request-17");
	}

	@ParameterizedTest
	@ValueSource(strings = { "short", "has blanks in it", "<script>alert(1)</script>",
			"x123456789012345678901234567890123456789012345678901234567890123456789" })
	void anyOtherRequestIdIsReplaced(String id) throws Exception {
		HttpResponse<String> response = this.browser.get("/api/catalog/v1/photos/1", "X-Request-Id", id);
		String given = response.headers().firstValue("X-Request-Id").orElseThrow();
		assertThat(given).matches("[0-9a-f-]{36}");
		assertThat(this.catalog.onlyOne().header("X-Request-Id")).containsExactly(given);
	}

	@Test
	void aServiceCannotSayAnotherRequestId() throws Exception {
		this.catalog.does((exchange) -> StubService.answer(exchange, 200, Map.of("X-Request-Id", "another-id"), "x"));
		HttpResponse<String> response = this.browser.get("/api/catalog/v1/photos/1", "X-Request-Id", "my-request-17");
		assertThat(response.headers().allValues("X-Request-Id")).containsExactly("my-request-17");
	}

	@Test
	void aTraceIsContinued() throws Exception {
		this.browser.get("/api/catalog/v1/photos/1", "traceparent", TRACEPARENT, "tracestate", "a=b");
		assertThat(this.catalog.onlyOne().header("traceparent")).containsExactly(TRACEPARENT);
		assertThat(this.catalog.onlyOne().header("tracestate")).containsExactly("a=b");
	}

	@Test
	void aTraceBeginsWhereNoneWasGiven() throws Exception {
		this.browser.get("/api/catalog/v1/photos/1", "traceparent", "nonsense", "tracestate", "a=b");
		assertThat(this.catalog.onlyOne().header("traceparent")).singleElement()
			.asString()
			.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
		assertThat(this.catalog.onlyOne().header("tracestate")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/early.js", "/photos/p-1", "/status", "/api/catalog/v1/photos/1", "/nothing/here",
			"/swagger-ui/index.html", "/media/p-1/w320.jpg" })
	void everyAnswerIsGuarded(String path) throws Exception {
		HttpResponse<String> response = this.browser.get(path);
		assertThat(response.headers().allValues("Content-Security-Policy")).singleElement()
			.asString()
			.startsWith("default-src 'self';")
			.contains("connect-src 'self' https://identity.example https://uploads.example;", "frame-ancestors 'none'")
			.doesNotContain("'unsafe-inline'", "'unsafe-eval'");
		assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(response.headers().allValues("X-Frame-Options")).containsExactly("DENY");
		assertThat(response.headers().allValues("Referrer-Policy")).containsExactly("strict-origin-when-cross-origin");
		assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
		assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
	}

	@Test
	void aServicesOwnStricterPolicyStays() throws Exception {
		Stubs.of("purchase")
			.does((exchange) -> StubService.answer(exchange, 200,
					Map.of("Content-Security-Policy", "default-src 'none'", "Referrer-Policy", "no-referrer",
							"X-Content-Type-Options", "nosniff", "Cache-Control", "no-store"),
					"page"));
		HttpResponse<String> response = this.browser.get("/d/abc");
		assertThat(response.headers().allValues("Content-Security-Policy")).containsExactly("default-src 'none'");
		assertThat(response.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
		assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-store");
	}

	@Test
	void whatMayBeCachedStaysCacheable() throws Exception {
		Stubs.of("imaging")
			.does((exchange) -> StubService.answer(exchange, 200,
					Map.of("Cache-Control", "public, max-age=31536000, immutable"), "picture"));
		HttpResponse<String> response = this.browser.get("/media/p-1/w320.jpg");
		assertThat(response.headers().allValues("Cache-Control"))
			.containsExactly("public, max-age=31536000, immutable");
		assertThat(response.headers().firstValue("Pragma")).isEmpty();
	}

}
