package io.safelight.gateway.docs;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import io.safelight.gateway.Browser;
import io.safelight.gateway.GatewayTest;
import io.safelight.gateway.StubService;
import io.safelight.gateway.Stubs;
import io.safelight.gateway.route.Services;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class DocumentationIntegrationTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Browser browser;

	DocumentationIntegrationTests(@LocalServerPort int port) {
		this.browser = new Browser(port);
	}

	@BeforeEach
	void reset() {
		Stubs.reset();
	}

	@Test
	void isOnePageWithoutInlineScripts() throws Exception {
		HttpResponse<String> redirect = this.browser.get("/docs");
		assertThat(redirect.statusCode()).isEqualTo(302);
		HttpResponse<String> page = this.browser.get(redirect.headers().firstValue("Location").orElseThrow());
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("swagger-initializer.js")
			.doesNotContainPattern("<script(?![^>]*\\ssrc=)")
			.doesNotContain("<style", "http://", "https://");
	}

	@Test
	void loadsEverythingFromHere() throws Exception {
		for (String file : List.of("swagger-ui.css", "index.css", "swagger-ui-bundle.js",
				"swagger-ui-standalone-preset.js", "swagger-initializer.js")) {
			HttpResponse<String> response = this.browser.get("/swagger-ui/" + file);
			assertThat(response.statusCode()).as(file).isEqualTo(200);
		}
		assertThat(this.browser.get("/swagger-ui/swagger-initializer.js").body()).doesNotContain("petstore");
	}

	@Test
	void hasEveryService() throws Exception {
		JsonNode groups = JSON.readTree(this.browser.get("/v3/api-docs/swagger-config").body()).path("urls");
		List<String> names = groups.valueStream().map((group) -> group.path("name").asString()).toList();
		assertThat(names).containsAll(Services.NAMES).contains("gateway").hasSize(8);
		assertThat(groups.valueStream().map((group) -> group.path("url").asString())).contains("/docs/specs/upload");
	}

	@Test
	void showsAServicesApiAsItIsFromOutside() throws Exception {
		Stubs.of("upload").does((exchange) -> {
			Stubs.of("upload").remember(exchange);
			StubService.answer(exchange, 200, Map.of("Content-Type", "application/json"), """
					{"openapi": "3.1.0", "servers": [{"url": "http://127.0.0.1:8081"}],
					"paths": {"/v1/uploads": {}}}""");
		});
		JsonNode description = JSON.readTree(this.browser.get("/docs/specs/upload").body());
		assertThat(Stubs.of("upload").onlyOne().uri()).isEqualTo("/v3/api-docs");
		assertThat(description.path("servers").valueStream().map((server) -> server.path("url").asString()))
			.containsExactly("/api/upload");
		assertThat(description.at("/info/title").asString()).isEqualTo("Safelight upload");
		assertThat(description.at("/paths").has("/v1/uploads")).isTrue();
		assertThat(description.at("/components/securitySchemes/bearer/scheme").asString()).isEqualTo("bearer");
	}

	@Test
	void knowsNoOtherServices() throws Exception {
		HttpResponse<String> response = this.browser.get("/docs/specs/..%5cupload");
		assertThat(response.statusCode()).isIn(400, 404);
		assertThat(this.browser.get("/docs/specs/billing").body()).contains("unknown-service");
	}

}
