package io.safelight.gateway.site;

import java.net.http.HttpResponse;

import io.safelight.gateway.Browser;
import io.safelight.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class SiteIntegrationTests {

	private final Browser browser;

	SiteIntegrationTests(@LocalServerPort int port) {
		this.browser = new Browser(port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/photos/0f8fad5b", "/uploads/", "/uploads/0f8fad5b", "/purchases/6ba7b810",
			"/notifications" })
	void mailsAndPeopleReachTheOnePage(String path) throws Exception {
		HttpResponse<String> response = this.browser.get(path);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
		assertThat(response.body()).contains("<title>Safelight</title>");
	}

	@Test
	void hasNothingInlineThatItsPolicyForbids() throws Exception {
		assertThat(this.browser.get("/").body()).doesNotContainPattern("<script(?![^>]*\\ssrc=)")
			.doesNotContain("<style", "style=", "onclick", "javascript:", "http://", "https://");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/site.js", "/site.css", "/icon.svg" })
	void itsFilesMayBeCached(String path) throws Exception {
		HttpResponse<String> response = this.browser.get(path);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Cache-Control")).hasValue("max-age=300, public");
	}

}
