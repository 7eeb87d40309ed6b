package io.safelight.cloud.identity;

import java.util.Objects;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.token.DefaultOAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;

/**
 * Gives an access token for a name and a password.
 */
final class PasswordGrantProvider implements AuthenticationProvider {

	private final AuthenticationProvider users;

	private final JwtGenerator tokens;

	PasswordGrantProvider(AuthenticationProvider users, JwtGenerator tokens) {
		this.users = users;
		this.tokens = tokens;
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		PasswordGrant grant = (PasswordGrant) authentication;
		OAuth2ClientAuthenticationToken principal = (OAuth2ClientAuthenticationToken) Objects
			.requireNonNull(grant.getPrincipal());
		RegisteredClient client = Objects.requireNonNull(principal.getRegisteredClient());
		Jwt token = Objects.requireNonNull(this.tokens.generate(DefaultOAuth2TokenContext.builder()
			.registeredClient(client)
			.principal(user(grant))
			.authorizationServerContext(AuthorizationServerContextHolder.getContext())
			.authorizedScopes(client.getScopes())
			.tokenType(OAuth2TokenType.ACCESS_TOKEN)
			.authorizationGrantType(PasswordGrant.TYPE)
			.authorizationGrant(grant)
			.build()));
		return new OAuth2AccessTokenAuthenticationToken(client, principal,
				new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, token.getTokenValue(), token.getIssuedAt(),
						token.getExpiresAt(), client.getScopes()));
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return authentication == PasswordGrant.class;
	}

	private Authentication user(PasswordGrant grant) {
		try {
			return Objects.requireNonNull(this.users
				.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(grant.userName(), grant.password())));
		}
		catch (AuthenticationException ex) {
			throw new OAuth2AuthenticationException(
					new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT, "The user name or the password is wrong.", null));
		}
	}

}
