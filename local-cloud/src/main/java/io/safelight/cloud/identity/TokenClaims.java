package io.safelight.cloud.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Puts into tokens what Safelight's services read: who it is, with which roles, for which
 * audience.
 */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

	static final String AUDIENCE = "safelight";

	private final Clock clock;

	TokenClaims(Clock clock) {
		this.clock = clock;
	}

	@Override
	public void customize(JwtEncodingContext context) {
		JwtClaimsSet.Builder claims = context.getClaims();
		Authentication principal = Objects.requireNonNull(context.getPrincipal());
		DemoUser.named(principal.getName()).ifPresent((user) -> user.claims().forEach(claims::claim));
		if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
			return;
		}
		claims.audience(List.of(AUDIENCE)).claim("client_id", context.getRegisteredClient().getClientId());
		if (context.getAuthorizationGrant() instanceof PasswordGrant grant) {
			grant.audience().ifPresent((audience) -> claims.audience(List.of(audience)));
			grant.lifetime().ifPresent((lifetime) -> limit(claims, lifetime));
		}
	}

	// A token that ends before now must have begun before that.
	private void limit(JwtClaimsSet.Builder claims, Duration lifetime) {
		Instant now = this.clock.instant();
		Instant end = now.plus(lifetime);
		Instant begin = lifetime.isNegative() ? end.minus(Duration.ofHours(1)) : now;
		claims.issuedAt(begin).notBefore(begin).expiresAt(end);
	}

}
