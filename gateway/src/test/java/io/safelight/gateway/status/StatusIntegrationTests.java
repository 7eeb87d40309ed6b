package io.safelight.gateway.status;

import java.util.Map;

import io.safelight.gateway.Browser;
import io.safelight.gateway.GatewayTest;
import io.safelight.gateway.StubService;
import io.safelight.gateway.Stubs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class StatusIntegrationTests {

	private final Browser browser;

	StatusIntegrationTests(@LocalServerPort int port) {
		this.browser = new Browser(port);
	}

	@BeforeEach
	void reset() {
		Stubs.reset();
	}

	@Test
	void tellsThatEverythingRuns() throws Exception {
		assertThat(this.browser.get("/status").body()).isEqualTo("{\"status\":\"UP\",\"services\":{\"upload\":\"UP\","
				+ "\"publication\":\"UP\",\"imaging\":\"UP\",\"catalog\":\"UP\",\"search\":\"UP\",\"purchase\":\"UP\","
				+ "\"notification\":\"UP\"}}");
		assertThat(Stubs.of("search").onlyOne().uri()).isEqualTo("/actuator/health/readiness");
	}

	@Test
	void tellsWhichServiceIsNotReady() throws Exception {
		Stubs.of("search").does((exchange) -> StubService.answer(exchange, 503, Map.of(), "{\"status\":\"DOWN\"}"));
		assertThat(this.browser.get("/status").body()).startsWith("{\"status\":\"DEGRADED\"")
			.contains("\"search\":\"NOT_READY\"", "\"catalog\":\"UP\"");
	}

}
