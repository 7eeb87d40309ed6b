package io.safelight.service;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom to believe.
 *
 * @param issuer the identity provider that issues the tokens
 * @param jwkSetUri where its public keys are; {@code <issuer>/oauth2/jwks} if not given
 * @param audience what a token must be meant for
 * @param rolesClaim the claim with the roles; Cognito's is {@code cognito:groups}
 */
@ConfigurationProperties("safelight.identity")
record IdentityProperties(@DefaultValue("http://127.0.0.1:9000") URI issuer, @Nullable URI jwkSetUri,
		@DefaultValue("safelight") String audience, @DefaultValue("roles") String rolesClaim) {

	String keys() {
		return (this.jwkSetUri != null) ? this.jwkSetUri.toString() : this.issuer + "/oauth2/jwks";
	}

}
