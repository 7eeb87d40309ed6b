package io.safelight.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * A small service, a real identity provider's keys, real HTTP.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "spring.application.name=darkroom")
class ServiceStarterIntegrationTests {

	private static final String ISSUER = "https://identity.example";

	private static final RSAKey KEY = newKey();

	private static final HttpServer KEYS = serve(KEY);

	@Autowired
	private MeterRegistry meters;

	@LocalServerPort
	private int port;

	private static RSAKey newKey() {
		try {
			return new RSAKeyGenerator(2048).keyID("k1").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static HttpServer serve(RSAKey signingKey) {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
			byte[] body = JsonMapper.shared().writeValueAsBytes(new JWKSet(signingKey.toPublicJWK()).toJSONObject());
			server.createContext("/jwks", (exchange) -> {
				exchange.sendResponseHeaders(200, body.length);
				exchange.getResponseBody().write(body);
				exchange.close();
			});
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@DynamicPropertySource
	static void identity(DynamicPropertyRegistry registry) {
		registry.add("safelight.identity.issuer", () -> ISSUER);
		registry.add("safelight.identity.jwk-set-uri",
				() -> "http://127.0.0.1:" + KEYS.getAddress().getPort() + "/jwks");
	}

	@AfterAll
	static void stop() {
		KEYS.stop(0);
	}

	private static String token(String issuer, String audience, long lifetimeSeconds, String... roles)
			throws JOSEException {
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(),
				new JWTClaimsSet.Builder().issuer(issuer)
					.audience(audience)
					.subject("ana")
					.claim("roles", List.of(roles))
					.expirationTime(Date.from(Instant.now().plusSeconds(lifetimeSeconds)))
					.build());
		token.sign(new RSASSASigner(KEY));
		return token.serialize();
	}

	private static String photographer() throws JOSEException {
		return token(ISSUER, "safelight", 600, "photographer");
	}

	private static HttpResponse<String> send(String url, String token) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token).build(),
					HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> send(String method, String path, String token, String body)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body));
		return HttpClient.newHttpClient()
			.send((token.isEmpty() ? request : request.header("Authorization", "Bearer " + token)).build(),
					HttpResponse.BodyHandlers.ofString());
	}

	private static void assertProblem(HttpResponse<String> response, int status, String code) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.headers().firstValue("content-type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("application/problem+json"));
		Map<?, ?> problem = JsonMapper.shared().readValue(response.body(), Map.class);
		assertThat(problem.get("code")).isEqualTo(code);
		assertThat(problem.get("type")).isEqualTo("urn:safelight:problem:" + code);
		assertThat(problem.get("status")).isEqualTo(status);
	}

	@Test
	void tellsAControllerWhoIsCalling() throws Exception {
		assertThat(send("GET", "/me", photographer(), "").body()).isEqualTo("ana [photographer]");
	}

	@Test
	void letsAnybodyInWhereThatIsSaid() throws Exception {
		assertThat(send("GET", "/public", "", "").body()).isEqualTo("hello");
	}

	@Test
	void asksStrangersToSignInBeforeItLooksAtTheirBody() throws Exception {
		assertProblem(send("POST", "/prints", "", "{}"), 401, "not-signed-in");
	}

	@Test
	void refusesTheWrongRoleBeforeItLooksAtTheBody() throws Exception {
		assertProblem(send("POST", "/prints", token(ISSUER, "safelight", 600, "buyer"), "{}"), 403, "wrong-role");
	}

	@Test
	void refusesEverybodyWhereThatIsSaid() throws Exception {
		assertProblem(send("GET", "/closed", photographer(), ""), 403, "wrong-role");
	}

	@ParameterizedTest
	@CsvSource({ "https://identity.example,safelight,-600", "https://identity.example,another-shop,600",
			"https://somebody.else,safelight,600" })
	void refusesTokensThatAreExpiredOrMeantForOthersEvenWhereAnybodyMayCome(String issuer, String audience,
			long lifetime) throws Exception {
		assertProblem(send("GET", "/public", token(issuer, audience, lifetime, "photographer"), ""), 401,
				"invalid-token");
	}

	@Test
	void namesTheFieldsThatMustBeMended() throws Exception {
		HttpResponse<String> response = send("POST", "/prints", photographer(), "{\"title\": \" \"}");
		assertProblem(response, 400, "invalid-request");
		assertThat(response.body()).contains("\"errors\"", "\"path\":\"title\"");
	}

	@Test
	void saysThatABodyIsNoJson() throws Exception {
		assertProblem(send("POST", "/prints", photographer(), "{oops"), 400, "unreadable-body");
	}

	@ParameterizedTest
	@CsvSource({ "GET,/nowhere,404,not-found", "DELETE,/public,405,method-not-allowed",
			"GET,/refused,409,already-there", "GET,/broken,500,unexpected-error" })
	void givesEveryErrorTheSameShape(String method, String path, int status, String code) throws Exception {
		assertProblem(send(method, path, photographer(), ""), status, code);
	}

	@Test
	void keepsTheReasonOfAnUnexpectedErrorToItself() throws Exception {
		assertThat(send("GET", "/broken", photographer(), "").body()).doesNotContain("secret detail");
	}

	@Test
	void saysWhenTheIdentityProviderDoesNotAnswer() throws Exception {
		try (ConfigurableApplicationContext cut = new SpringApplicationBuilder(Application.class).run("--server.port=0",
				"--safelight.identity.issuer=" + ISSUER, "--safelight.identity.jwk-set-uri=http://127.0.0.1:9/jwks")) {
			int cutPort = Integer.parseInt(cut.getEnvironment().getRequiredProperty("local.server.port"));
			assertProblem(send("http://127.0.0.1:" + cutPort + "/me", photographer()), 503, "identity-unavailable");
		}
	}

	@Test
	void doesNotCallTheCallerAParameter() throws Exception {
		assertThat(send("GET", "/v3/api-docs", "", "").body()).contains("/me").doesNotContain("userId");
	}

	@Test
	void describesAsRequiredWhatARecordPromises() throws Exception {
		String described = send("GET", "/v3/api-docs", "", "").body();
		assertThat(JsonMapper.shared().readTree(described).at("/components/schemas/Printed/required"))
			.extracting((name) -> name.asString())
			.containsExactly("number_of_copies");
	}

	@Test
	void tellsThatItIsHealthy() throws Exception {
		assertThat(send("GET", "/actuator/health/readiness", "", "").body()).contains("UP");
	}

	@Test
	void measuresInBucketsHowLongPeopleWaitAndLeavesHealthChecksOut() throws Exception {
		send("GET", "/actuator/health", "", "");
		send("GET", "/public", "", "");
		await().untilAsserted(
				() -> assertThat(this.meters.find("http.server.requests").tag("uri", "/public").timers()).isNotEmpty()
					.allSatisfy((timer) -> assertThat(timer.takeSnapshot().histogramCounts()).isNotEmpty()));
		assertThat(this.meters.find("http.server.requests").timers())
			.noneMatch((timer) -> String.valueOf(timer.getId().getTag("uri")).startsWith("/actuator"));
	}

	@Test
	void doesNotStartWithAnEndpointThatSaysNothing() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> new SpringApplicationBuilder(Forgetful.class).properties("server.port=0").run().close())
			.withMessageContaining("do not say who may call them");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Darkroom.class)
	static class Application {

	}

	@EnableAutoConfiguration
	@Import(Forgotten.class)
	static class Forgetful {

	}

	@RestController
	static class Forgotten {

		@GetMapping("/forgotten")
		String forgotten() {
			return "open";
		}

	}

	record Printed(@Nullable String note, @JsonProperty("number_of_copies") int copies) {
	}

	record Print(@NotBlank String title) {
	}

	@RestController
	static class Darkroom {

		@GetMapping("/me")
		@RolesAllowed("photographer")
		String me(Caller caller) {
			return caller.userId() + " " + caller.roles();
		}

		@GetMapping("/public")
		@PermitAll
		String everybody() {
			return "hello";
		}

		@GetMapping("/closed")
		@DenyAll
		String nobody() {
			return "never";
		}

		@PostMapping("/prints")
		@RolesAllowed("photographer")
		String print(@RequestBody @Valid Print print) {
			return print.title();
		}

		@GetMapping("/printed")
		@PermitAll
		Printed printed() {
			return new Printed(null, 1);
		}

		@GetMapping("/refused")
		@PermitAll
		String refused() {
			throw new ProblemException(HttpStatus.CONFLICT, "already-there", "It is there: nothing to do.");
		}

		@GetMapping("/broken")
		@PermitAll
		String broken() {
			throw new IllegalStateException("secret detail");
		}

	}

}
