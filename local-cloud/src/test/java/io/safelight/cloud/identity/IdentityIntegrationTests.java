package io.safelight.cloud.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.safelight.cloud.Options;
import io.safelight.cloud.StateStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IdentityIntegrationTests {

	private static final StateStore store = StateStore.open(Optional.empty());

	private static final SpringIdentityServer server = start();

	@BeforeAll
	static void isUp() {
		assertThat(new Browser(server.issuer()).get("/.well-known/openid-configuration").statusCode()).isEqualTo(200);
	}

	@AfterAll
	static void stop() {
		server.close();
		store.close();
	}

	@Test
	void describesItself() {
		JsonNode metadata = json(new Browser(server.issuer()).get("/.well-known/openid-configuration"));
		assertThat(metadata.path("issuer").asString()).isEqualTo(server.issuer().toString());
		assertThat(metadata.path("jwks_uri").asString()).isEqualTo(server.issuer() + "/oauth2/jwks");
		assertThat(metadata.path("authorization_endpoint").asString()).startsWith(server.issuer().toString());
	}

	@Test
	void givesATokenForAPasswordThatServicesAccept() {
		HttpResponse<String> response = password(Map.of());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		Jwt token = decoder().decode(json(response).path("access_token").asString());
		assertThat(token.getSubject()).isEqualTo("ana");
		assertThat(token.getAudience()).containsExactly("safelight");
		assertThat(token.getClaimAsStringList("roles")).containsExactly("photographer");
		assertThat(token.getClaimAsString("email")).isEqualTo("ana@example.com");
		assertThat(token.getClaimAsString("name")).isEqualTo("Ana Archer");
		assertThat(json(response).path("expires_in").asInt()).isBetween(3590, 3600);
	}

	@Test
	void givesEachDemoUserTheirRole() {
		Map<String, String> roles = Map.of("ana", "photographer", "paul", "photographer", "ben", "buyer", "bea",
				"buyer", "mia", "moderator", "ada", "admin");
		roles.forEach((user,
				role) -> assertThat(
						decoder().decode(accessToken(Map.of("username", user))).getClaimAsStringList("roles"))
					.containsExactly(role));
	}

	@Test
	void refusesAWrongPasswordAsAnInvalidGrant() {
		HttpResponse<String> response = password(Map.of("password", "guess"));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(json(response).path("error").asString()).isEqualTo("invalid_grant");
		assertThat(json(password(Map.of("username", "nobody"))).path("error").asString()).isEqualTo("invalid_grant");
	}

	@Test
	void refusesThePasswordGrantToOtherClients() {
		assertThat(json(password(Map.of("client_id", "safelight-web"))).path("error").asString())
			.isEqualTo("unauthorized_client");
		assertThat(json(password(Map.of("client_id", "stranger"))).path("error").asString())
			.isEqualTo("invalid_client");
	}

	@Test
	void refusesIncompleteRequests() {
		assertThat(json(password(Map.of("username", ""))).path("error").asString()).isEqualTo("invalid_request");
		assertThat(json(password(Map.of("lifetime_seconds", "soon"))).path("error").asString())
			.isEqualTo("invalid_request");
	}

	@Test
	void makesATokenThatHasExpired() {
		String token = accessToken(Map.of("lifetime_seconds", "-300"));
		assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> decoder().decode(token))
			.withMessageContaining("expired");
	}

	@Test
	void makesATokenForAnotherAudience() {
		Jwt token = decoder().decode(accessToken(Map.of("audience", "somebody-else")));
		assertThat(token.getAudience()).containsExactly("somebody-else");
	}

	@Test
	void saysWhoTheCallerIs() {
		Browser browser = new Browser(server.issuer());
		JsonNode info = json(browser.get("/userinfo", accessToken(Map.of())));
		assertThat(info.path("sub").asString()).isEqualTo("ana");
		assertThat(info.path("roles").get(0).asString()).isEqualTo("photographer");
		assertThat(browser.get("/userinfo").statusCode()).isEqualTo(401);
		assertThat(browser.get("/userinfo", accessToken(Map.of("lifetime_seconds", "-300"))).statusCode())
			.isEqualTo(401);
	}

	@Test
	void signsInAtThePageAndGivesTokensForTheCodeOnce() {
		SignIn signIn = new SignIn(new Browser(server.issuer()));
		String code = signIn.codeFor("ben", "safelight");
		HttpResponse<String> tokens = signIn.exchange(code, signIn.verifier());
		assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
		Jwt access = decoder().decode(json(tokens).path("access_token").asString());
		assertThat(access.getSubject()).isEqualTo("ben");
		assertThat(access.getAudience()).containsExactly("safelight");
		Jwt id = decoder().decode(json(tokens).path("id_token").asString());
		assertThat(id.getAudience()).isEqualTo(List.of("safelight-web"));
		assertThat(id.getClaimAsString("nonce")).isEqualTo("n-1");
		assertThat(json(signIn.exchange(code, signIn.verifier())).path("error").asString()).isEqualTo("invalid_grant");
	}

	@Test
	void refusesACodeWithoutItsVerifier() {
		SignIn signIn = new SignIn(new Browser(server.issuer()));
		String code = signIn.codeFor("bea", "safelight");
		HttpResponse<String> response = signIn.exchange(code,
				"a-guess-that-is-long-enough-to-be-a-verifier-0123456789");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(json(response).path("error").asString()).isEqualTo("invalid_grant");
	}

	@Test
	void refusesARedirectToAStranger() {
		HttpResponse<String> response = new Browser(server.issuer())
			.get("/oauth2/authorize?response_type=code&client_id=safelight-web&scope=openid"
					+ "&redirect_uri=http://evil.example.com/callback&code_challenge=x&code_challenge_method=S256");
		assertThat(response.statusCode()).isEqualTo(400);
	}

	@Test
	void showsTheDemoUsersAndSaysWhenThePasswordWasWrong() {
		Browser browser = new Browser(server.issuer());
		assertThat(browser.get("/login").body()).contains("ana", "photographer", "ada", "admin")
			.doesNotContain("is wrong");
		assertThat(new SignIn(browser).submit("ben", "guess").headers().firstValue("Location").orElseThrow())
			.endsWith("/login?error");
		assertThat(browser.get("/login?error").body()).contains("is wrong");
	}

	@Test
	void signsOut() {
		Browser browser = new Browser(server.issuer());
		SignIn signIn = new SignIn(browser);
		JsonNode tokens = json(signIn.exchange(signIn.codeFor("ben", "safelight"), signIn.verifier()));
		HttpResponse<String> response = browser.get("/connect/logout?id_token_hint="
				+ tokens.path("id_token").asString() + "&post_logout_redirect_uri=http://127.0.0.1:8080/");
		assertThat(response.headers().firstValue("Location")).contains("http://127.0.0.1:8080/");
		assertThat(signIn.authorize().headers().firstValue("Location").orElseThrow()).endsWith("/login");
	}

	@Test
	void letsTheSiteCallFromItsOrigin() {
		Browser browser = new Browser(server.issuer());
		assertThat(browser.preflight("/oauth2/token", "http://127.0.0.1:5173")
			.headers()
			.firstValue("Access-Control-Allow-Origin")).contains("http://127.0.0.1:5173");
		assertThat(browser.preflight("/oauth2/token", "http://evil.example.com")
			.headers()
			.firstValue("Access-Control-Allow-Origin")).isEmpty();
	}

	@Test
	void signsWithTheSameKeyAfterARestart() {
		String token = accessToken(Map.of());
		try (SpringIdentityServer again = start()) {
			JwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(again.issuer() + "/oauth2/jwks").build();
			assertThat(decoder.decode(token).getSubject()).isEqualTo("ana");
		}
	}

	@Test
	void callsItselfWhatItIsToldAndShowsItsKeysUnderAnyName() {
		Options options = Options.parse("--identity-port", Integer.toString(freePort()), "--issuer",
				"http://127.0.0.1:9000");
		try (SpringIdentityServer behindAnotherName = start(options)) {
			Browser inside = new Browser(URI.create("http://127.0.0.1:" + options.identityPort()));
			assertThat(behindAnotherName.issuer()).hasToString("http://127.0.0.1:9000");
			assertThat(json(inside.get("/.well-known/openid-configuration")).path("jwks_uri").asString())
				.isEqualTo("http://127.0.0.1:9000/oauth2/jwks");
			NimbusJwtDecoder decoder = NimbusJwtDecoder
				.withJwkSetUri("http://127.0.0.1:" + options.identityPort() + "/oauth2/jwks")
				.build();
			decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer("http://127.0.0.1:9000"));
			String token = json(inside.postPassword(Map.of())).path("access_token").asString();
			assertThat(decoder.decode(token).getSubject()).isEqualTo("ana");
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static SpringIdentityServer start() {
		return start(Options.inMemory());
	}

	private static SpringIdentityServer start(Options options) {
		SigningKeys keys = new SigningKeys(store.map("identity.keys", SigningKeys.Stored.class));
		return SpringIdentityServer.start(options, keys.current(), Clock.systemUTC());
	}

	private static JwtDecoder decoder() {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(server.issuer() + "/oauth2/jwks").build();
		decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(server.issuer().toString()));
		return decoder;
	}

	private static String accessToken(Map<String, String> changes) {
		return json(password(changes)).path("access_token").asString();
	}

	private static HttpResponse<String> password(Map<String, String> changes) {
		return new Browser(server.issuer()).postPassword(changes);
	}

	private static JsonNode json(HttpResponse<String> response) {
		return Browser.json(response);
	}

}
