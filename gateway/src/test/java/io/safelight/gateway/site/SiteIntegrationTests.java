package io.safelight.gateway.site;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.safelight.gateway.Browser;
import io.safelight.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class SiteIntegrationTests {

	/** What a browser asks for when somebody types an address. */
	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

	private final Browser browser;

	SiteIntegrationTests(@LocalServerPort int port) {
		this.browser = new Browser(port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/photos/0f8fad5b", "/uploads/", "/uploads/0f8fad5b", "/purchases/6ba7b810",
			"/notifications", "/search", "/moderation", "/packs", "/packs/6ba7b810", "/pages/about", "/sales", "/admin",
			"/admin/flow", "/admin/pages/home", "/admin/pages/home/preview", "/callback?code=1" })
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

	@Test
	void filesNamedByTheirContentWereCompressedWhenTheyWereBuilt() throws Exception {
		String script = script();
		HttpResponse<String> response = this.browser.get(script, "Accept-Encoding", "gzip, deflate, br, zstd");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Encoding")).hasValue("br");
		assertThat(response.headers().allValues("Vary")).contains("Accept-Encoding");
		assertThat(response.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
		// Whoever compresses while sending does not know how long it will be.
		assertThat(response.headers().firstValueAsLong("Content-Length").orElseThrow())
			.isLessThan(this.browser.get(script).body().length() / 3);
	}

	@Test
	void whoeverKnowsNoNewerCodingIsSentTheOldOne() throws Exception {
		HttpResponse<String> response = this.browser.get(script(), "Accept-Encoding", "gzip");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
		assertThat(response.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
	}

	/** The largest script of all pages. */
	private String script() throws Exception {
		Matcher asset = Pattern.compile("\"(/assets/vendor-[^\"]+\\.js)\"").matcher(this.browser.get("/").body());
		assertThat(asset.find()).isTrue();
		return asset.group(1);
	}

	@Test
	void theIconIsKeptForADay() throws Exception {
		assertThat(this.browser.get("/icon.svg").headers().firstValue("Cache-Control"))
			.hasValue("max-age=86400, public");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/early.js", "/site.json" })
	void otherFilesAreAskedForAgain(String path) throws Exception {
		HttpResponse<String> response = this.browser.get(path);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/search?query=sea", "/photos/0f8fad5b", "/admin/flow" })
	void aKnownPageHasAllOfItsBytesHoweverItIsAskedFor(String path) throws Exception {
		String file = this.browser.get("/index.html").body();
		assertThat(file).hasSizeGreaterThan(500).endsWith("</html>\n");
		for (String accept : List.of("*/*", BROWSER)) {
			HttpResponse<String> response = this.browser.get(path, "Accept", accept);
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).isEqualTo(file);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/no-such-page", "/photos/0f8fad5b/more", "/admin/a/b/c", "/apiary" })
	void tellsABrowserInWordsThatThereIsNoSuchPage(String path) throws Exception {
		HttpResponse<String> response = this.browser.get(path, "Accept", BROWSER);
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
		assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache");
		assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
		assertThat(response.body()).isEqualTo(this.browser.get("/index.html").body());
	}

	@ParameterizedTest
	@CsvSource({ "/no-such-page, application/json", "/no-such-page, */*", "/no-such-file.js, text/html",
			"/assets/none, text/html", "/api/unknown/v1/things, text/html", "/api, text/html" })
	void tellsProgramsThatThereIsNothingThere(String path, String accept) throws Exception {
		HttpResponse<String> response = this.browser.get(path, "Accept", accept);
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
	}

	@Test
	void tellsWhoeverSendsToNoPageThatThereIsNone() throws Exception {
		HttpResponse<String> response = this.browser.send(this.browser.request("/no-such-page")
			.header("Accept", BROWSER)
			.POST(HttpRequest.BodyPublishers.ofString("x=1")));
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.body()).doesNotContain("<title>");
	}

	@Test
	void tellsTheSiteWherePeopleSignIn() throws Exception {
		assertThat(JsonMapper.shared().readTree(this.browser.get("/site.json").body()))
			.isEqualTo(JsonMapper.shared().readTree("""
					{ "issuer": "https://identity.example", "client_id": "safelight-web" }"""));
	}

}
