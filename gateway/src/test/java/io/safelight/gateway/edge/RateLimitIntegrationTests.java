package io.safelight.gateway.edge;

import java.net.http.HttpResponse;

import io.safelight.gateway.Browser;
import io.safelight.gateway.StubService;
import io.safelight.gateway.Stubs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Five requests at once, then one every hundred seconds.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "safelight.gateway.edge.rate.burst=5", "safelight.gateway.edge.rate.per-second=0.01" })
@ContextConfiguration(initializers = Stubs.class)
class RateLimitIntegrationTests {

	private final Browser browser;

	private final StubService search = Stubs.of("search");

	RateLimitIntegrationTests(@LocalServerPort int port) {
		this.browser = new Browser(port);
	}

	@BeforeEach
	void reset() {
		Stubs.reset();
	}

	@Test
	void aCallerWhoAsksForTooMuchIsToldToWait() throws Exception {
		String token = "Bearer " + Stubs.token("greedy");
		for (int left = 4; left >= 0; left--) {
			HttpResponse<String> response = ask(token);
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.headers().firstValue("X-Ratelimit-Limit")).hasValue("5");
			assertThat(response.headers().firstValue("X-Ratelimit-Remaining")).hasValue(String.valueOf(left));
		}
		HttpResponse<String> refused = ask(token);
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(90L, 100L);
		assertThat(refused.body()).contains("\"code\":\"too-many-requests\"", "Wait");
		assertThat(this.search.seen()).hasSize(5);
	}

	@Test
	void othersAreNotMadeToWait() throws Exception {
		for (int i = 0; i < 6; i++) {
			ask("Bearer " + Stubs.token("greedy-too"));
		}
		assertThat(ask("Bearer " + Stubs.token("modest")).statusCode()).isEqualTo(200);
	}

	@Test
	void whoeverIsNotSignedInIsCountedByAddress() throws Exception {
		int refused = 0;
		for (int i = 0; i < 7; i++) {
			refused += (this.browser.get("/api/search/v1/images/search").statusCode() == 429) ? 1 : 0;
		}
		assertThat(refused).isEqualTo(2);
		for (int i = 0; i < 10; i++) {
			assertThat(this.browser.get("/actuator/health").statusCode()).isEqualTo(200);
		}
	}

	private HttpResponse<String> ask(String authorization) throws Exception {
		return this.browser.get("/api/search/v1/images/search", "Authorization", authorization);
	}

}
