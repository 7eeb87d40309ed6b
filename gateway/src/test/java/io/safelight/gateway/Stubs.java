package io.safelight.gateway;

import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.safelight.gateway.route.Services;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Seven services and an identity provider, each a server of its own, for all tests of
 * this JVM.
 */
public final class Stubs implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final Map<String, StubService> SERVICES = new LinkedHashMap<>();

	private static final StubService IDENTITY = new StubService("identity");

	private static final RSAKey KEY = key();

	static {
		Services.NAMES.forEach((name) -> SERVICES.put(name, new StubService(name)));
		String keys = new JWKSet(KEY.toPublicJWK()).toString();
		IDENTITY
			.does((exchange) -> StubService.answer(exchange, 200, Map.of("Content-Type", "application/json"), keys));
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues values = TestPropertyValues.of("safelight.identity.issuer=" + IDENTITY.address());
		for (Map.Entry<String, StubService> service : SERVICES.entrySet()) {
			values = values.and("safelight.gateway.services." + service.getKey() + "=" + service.getValue().address());
		}
		values.applyTo(context);
	}

	public static StubService of(String service) {
		StubService stub = SERVICES.get(service);
		if (stub == null) {
			throw new IllegalArgumentException(service);
		}
		return stub;
	}

	/** Every service answers with its name again and has seen nothing. */
	public static void reset() {
		SERVICES.values().forEach(StubService::reset);
	}

	/** A token as the identity provider would give it. */
	public static String token(String user, String audience, Instant expiry) {
		JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(IDENTITY.address().toString())
			.subject(user)
			.audience(audience)
			.claim("roles", List.of("photographer"))
			.issueTime(Date.from(expiry.minusSeconds(7200)))
			.expirationTime(Date.from(expiry))
			.build();
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(),
				claims);
		try {
			token.sign(new RSASSASigner(KEY));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

	public static String token(String user) {
		return token(user, "safelight", Instant.now().plusSeconds(600));
	}

	/** An address where nothing listens. */
	public static URI nowhere() {
		return URI.create("http://127.0.0.1:1");
	}

	private static RSAKey key() {
		try {
			return new RSAKeyGenerator(2048).keyID("test").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
