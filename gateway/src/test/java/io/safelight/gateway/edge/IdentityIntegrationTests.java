package io.safelight.gateway.edge;

import java.net.http.HttpResponse;
import java.time.Instant;

import io.safelight.gateway.Browser;
import io.safelight.gateway.GatewayTest;
import io.safelight.gateway.StubService;
import io.safelight.gateway.Stubs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class IdentityIntegrationTests {

	private final Browser browser;

	private final StubService upload = Stubs.of("upload");

	IdentityIntegrationTests(@LocalServerPort int port) {
		this.browser = new Browser(port);
	}

	@BeforeEach
	void reset() {
		Stubs.reset();
	}

	@Test
	void aValidTokenIsPassedOnForTheServiceToCheckItself() throws Exception {
		String token = "Bearer " + Stubs.token("ana");
		assertThat(ask(token).statusCode()).isEqualTo(200);
		assertThat(this.upload.onlyOne().header("Authorization")).containsExactly(token);
	}

	@Test
	void whoIsNotSignedInIsLetThroughToWhatIsPublic() throws Exception {
		assertThat(this.browser.get("/api/upload/v1/uploads").statusCode()).isEqualTo(200);
	}

	@Test
	void anExpiredTokenIsRefused() throws Exception {
		assertRefused("Bearer " + Stubs.token("ana", "safelight", Instant.now().minusSeconds(300)));
	}

	@Test
	void aTokenForSomebodyElseIsRefused() throws Exception {
		assertRefused("Bearer " + Stubs.token("ana", "another-shop", Instant.now().plusSeconds(300)));
	}

	@Test
	void aTokenThatWasTamperedWithIsRefused() throws Exception {
		String token = Stubs.token("ana");
		int payload = token.indexOf('.') + 10;
		char other = (token.charAt(payload) == 'A') ? 'B' : 'A';
		assertRefused("Bearer " + token.substring(0, payload) + other + token.substring(payload + 1));
	}

	@Test
	void nonsenseIsRefused() throws Exception {
		assertRefused("Bearer nonsense");
	}

	private void assertRefused(String authorization) throws Exception {
		HttpResponse<String> response = ask(authorization);
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
		assertThat(response.body()).contains("Sign in again").doesNotContain(authorization.substring(7));
		assertThat(this.upload.seen()).isEmpty();
	}

	private HttpResponse<String> ask(String authorization) throws Exception {
		return this.browser.get("/api/upload/v1/uploads", "Authorization", authorization);
	}

}
