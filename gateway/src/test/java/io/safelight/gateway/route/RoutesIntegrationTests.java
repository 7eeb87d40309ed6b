package io.safelight.gateway.route;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class RoutesIntegrationTests {

	@SuppressWarnings("unused")
	private static final java.util.List<String> SERVICES = Services.NAMES;

	private final Browser browser;

	RoutesIntegrationTests(@LocalServerPort int port) {
		this.browser = new Browser(port);
	}

	@BeforeEach
	void reset() {
		Stubs.reset();
	}

	@ParameterizedTest
	@FieldSource("SERVICES")
	void leadToTheServiceThatIsNamed(String service) throws Exception {
		HttpResponse<String> response = this.browser.get("/api/" + service + "/v1/things/1");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo(service);
		assertThat(Stubs.of(service).onlyOne().uri()).isEqualTo("/v1/things/1");
	}

	@ParameterizedTest
	@CsvSource({ "/media/p-1/w320.jpg, imaging, /v1/media/p-1/w320.jpg", "/d/abc, purchase, /d/abc",
			"/d/assets/page.js, purchase, /d/assets/page.js" })
	void leadToPicturesAndDownloads(String path, String service, String seen) throws Exception {
		assertThat(this.browser.get(path).body()).isEqualTo(service);
		assertThat(Stubs.of(service).onlyOne().uri()).isEqualTo(seen);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/upload/actuator/env", "/api/upload/actuator", "/api/upload/v1/../actuator/env",
			"/api/upload/v1/%2e%2e/actuator/env", "/api/upload/v1/x/..%2f..%2factuator/env",
			"/api/upload/v1/..;/actuator/env", "/api/upload//actuator/env", "/api/upload/v3/api-docs",
			"/api/upload/error", "/api/upload", "/api/unknown/v1/things", "/media/../actuator/env",
			"/d/../actuator/env", "/actuator/env", "/actuator/prometheus", "/actuator/heapdump" })
	void leadNowhereElse(String path) throws Exception {
		HttpResponse<String> response = this.browser.get(path);
		assertThat(response.statusCode()).isIn(400, 404);
		assertThat(Services.NAMES).allSatisfy((name) -> assertThat(Stubs.of(name).seen()).isEmpty());
	}

	@Test
	void answerAnUnknownPathWithAProblem() throws Exception {
		HttpResponse<String> response = this.browser.get("/api/unknown/v1/things");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.body()).contains("\"code\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "q=a%20b+c&x&y=%26%3D", "colour=1f4e79%2Ce07b39", "name=M%C3%B6we" })
	void passTheQueryAsItWasWritten(String query) throws Exception {
		this.browser.get("/api/search/v1/images/search?" + query);
		assertThat(Stubs.of("search").onlyOne().uri()).isEqualTo("/v1/images/search?" + query);
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "PATCH", "DELETE" })
	void passTheMethodAndTheBody(String method) throws Exception {
		this.browser.send(this.browser.request("/api/catalog/v1/photos/p-1")
			.header("Content-Type", "application/json")
			.method(method, BodyPublishers.ofString("{\"title\":\"Möwe\"}")));
		Seen seen = Stubs.of("catalog").onlyOne();
		assertThat(seen.method()).isEqualTo(method);
		assertThat(seen.text()).isEqualTo("{\"title\":\"Möwe\"}");
		assertThat(seen.header("Content-Length")).containsExactly("17");
	}

	@Test
	void passABodyOfUnknownLength() throws Exception {
		byte[] body = new byte[3_000_000];
		body[2_999_999] = 42;
		this.browser.send(this.browser.request("/api/upload/v1/uploads")
			.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
		assertThat(Stubs.of("upload").onlyOne().body()).isEqualTo(body);
	}

	@Test
	void passAForm() throws Exception {
		this.browser.send(this.browser.request("/d/abc?a=1")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("secret=x%26y&lang=en")));
		Seen seen = Stubs.of("purchase").onlyOne();
		assertThat(seen.text()).isEqualTo("secret=x%26y&lang=en");
		assertThat(seen.uri()).isEqualTo("/d/abc?a=1");
	}

	@Test
	void passStatusHeadersAndBodyBack() throws Exception {
		Stubs.of("catalog")
			.does((exchange) -> StubService.answer(exchange, 409,
					Map.of("Content-Type", "application/problem+json", "ETag", "\"7\"", "X-Total", "3"),
					"{\"code\":\"version-conflict\"}"));
		HttpResponse<String> response = this.browser.get("/api/catalog/v1/photos/p-1");
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.headers().firstValue("ETag")).hasValue("\"7\"");
		assertThat(response.headers().firstValue("X-Total")).hasValue("3");
		assertThat(response.body()).isEqualTo("{\"code\":\"version-conflict\"}");
	}

	@Test
	void leaveConditionsToTheService() throws Exception {
		Stubs.of("imaging").does((exchange) -> {
			Stubs.of("imaging").remember(exchange);
			StubService.answer(exchange, 304, Map.of("ETag", "\"7\""), "");
		});
		HttpResponse<String> response = this.browser.get("/media/p-1/w320.jpg", "If-None-Match", "\"7\"");
		assertThat(response.statusCode()).isEqualTo(304);
		assertThat(Stubs.of("imaging").onlyOne().header("If-None-Match")).containsExactly("\"7\"");
	}

	@Test
	void tellTheLengthWhenAskedForTheHeadOnly() throws Exception {
		Stubs.of("imaging").does((exchange) -> {
			exchange.getResponseHeaders().set("Content-Length", "12345");
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		HttpResponse<String> response = this.browser.send(this.browser.request("/media/p-1/w320.jpg").HEAD());
		assertThat(response.headers().firstValue("Content-Length")).hasValue("12345");
		assertThat(response.body()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/uploads/7", "http://ADDRESS/v1/uploads/7" })
	void makeALocationOneThatTheCallerCanFollow(String location) throws Exception {
		String said = location.replace("ADDRESS", Stubs.of("upload").address().getRawAuthority());
		Stubs.of("upload").does((exchange) -> StubService.answer(exchange, 201, Map.of("Location", said), ""));
		HttpResponse<String> response = this.browser
			.send(this.browser.request("/api/upload/v1/uploads").POST(BodyPublishers.noBody()));
		assertThat(response.statusCode()).isEqualTo(201);
		assertThat(response.headers().firstValue("Location")).hasValue("/api/upload/v1/uploads/7");
	}

	@Test
	void doNotFollowRedirectsThemselves() throws Exception {
		Stubs.of("purchase")
			.does((exchange) -> StubService.answer(exchange, 302, Map.of("Location", "https://elsewhere.example/x"),
					""));
		HttpResponse<String> response = this.browser.get("/api/purchase/v1/licences/1/download");
		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(response.headers().firstValue("Location")).hasValue("https://elsewhere.example/x");
	}

}
