package io.safelight.gateway.site;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.safelight.gateway.Browser;
import io.safelight.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

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
			"/notifications", "/search", "/moderation", "/admin", "/admin/flow", "/admin/pages/home",
			"/callback?code=1" })
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

	@Test
	void filesNamedByTheirContentMayBeKeptForGood() throws Exception {
		Matcher asset = Pattern.compile("src=\"(/assets/[^\"]+)\"").matcher(this.browser.get("/").body());
		assertThat(asset.find()).isTrue();
		HttpResponse<String> response = this.browser.get(asset.group(1));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/theme.js", "/icon.svg", "/site.json" })
	void otherFilesAreAskedForAgain(String path) throws Exception {
		HttpResponse<String> response = this.browser.get(path);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache");
	}

	@Test
	void tellsTheSiteWherePeopleSignIn() throws Exception {
		assertThat(JsonMapper.shared().readTree(this.browser.get("/site.json").body()))
			.isEqualTo(JsonMapper.shared().readTree("""
					{ "issuer": "https://identity.example", "client_id": "safelight-web" }"""));
	}

}
