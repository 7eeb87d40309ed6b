package io.safelight.gateway.status;

import java.net.http.HttpResponse;

import io.safelight.gateway.Browser;
import io.safelight.gateway.Stubs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The catalog-service does not run; the others do.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ServiceDownIntegrationTests {

	private final Browser browser;

	ServiceDownIntegrationTests(@LocalServerPort int port) {
		this.browser = new Browser(port);
	}

	@DynamicPropertySource
	static void services(DynamicPropertyRegistry registry) {
		registry.add("safelight.gateway.services.search", () -> Stubs.of("search").address());
		registry.add("safelight.gateway.services.catalog", Stubs::nowhere);
	}

	@BeforeEach
	void reset() {
		Stubs.reset();
	}

	@Test
	void aServiceThatIsDownIsNamed() throws Exception {
		HttpResponse<String> response = this.browser.get("/api/catalog/v1/photos/1");
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
		assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
		assertThat(response.body()).contains("\"code\":\"service-down\"", "\"service\":\"catalog\"",
				"catalog-service does not run", "Try again");
	}

	@Test
	void theOthersGoOn() throws Exception {
		assertThat(this.browser.get("/api/search/v1/images/search").statusCode()).isEqualTo(200);
	}

	@Test
	void theStatusSaysSo() throws Exception {
		assertThat(this.browser.get("/status").body()).startsWith("{\"status\":\"DEGRADED\"")
			.contains("\"catalog\":\"DOWN\"", "\"search\":\"UP\"");
	}

	@Test
	void itsDocumentationIsMissedOnly() throws Exception {
		HttpResponse<String> response = this.browser.get("/docs/specs/catalog");
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.body()).contains("catalog-service does not describe its API");
		assertThat(this.browser.get("/actuator/health").statusCode()).isEqualTo(200);
	}

}
