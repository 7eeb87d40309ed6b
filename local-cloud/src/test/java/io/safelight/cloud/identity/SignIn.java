package io.safelight.cloud.identity;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the site does to sign somebody in: authorization code with PKCE.
 */
final class SignIn {

	private static final String CALLBACK = "http://127.0.0.1:8080/callback";

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();

	private final Browser browser;

	SignIn(Browser browser) {
		this.browser = browser;
	}

	String verifier() {
		return this.verifier;
	}

	HttpResponse<String> authorize() {
		return this.browser.get("/oauth2/authorize?response_type=code&client_id=safelight-web"
				+ "&scope=openid%20profile%20email&state=s-1&nonce=n-1&redirect_uri=" + CALLBACK + "&code_challenge="
				+ challenge() + "&code_challenge_method=S256");
	}

	HttpResponse<String> submit(String user, String password) {
		Matcher csrf = CSRF.matcher(this.browser.get("/login").body());
		assertThat(csrf.find()).isTrue();
		return this.browser.post("/login", Map.of("username", user, "password", password, "_csrf", csrf.group(1)));
	}

	String codeFor(String user, String password) {
		assertThat(location(authorize())).hasPath("/login");
		URI back = location(submit(user, password));
		assertThat(back).hasPath("/oauth2/authorize");
		URI callback = location(this.browser.get(back.getRawPath() + "?" + back.getRawQuery()));
		assertThat(callback.toString()).startsWith(CALLBACK).contains("state=s-1");
		return callback.getQuery().replaceAll(".*code=([^&]+).*", "$1");
	}

	HttpResponse<String> exchange(String code, String candidate) {
		return this.browser.post("/oauth2/token", Map.of("grant_type", "authorization_code", "client_id",
				"safelight-web", "code", code, "redirect_uri", CALLBACK, "code_verifier", candidate));
	}

	private String challenge() {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256")
				.digest(this.verifier.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static URI location(HttpResponse<String> response) {
		return URI.create(response.headers().firstValue("Location").orElseThrow());
	}

}
