package io.safelight.cloud.identity;

import java.util.Objects;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationToken;

/**
 * Answers the user-info endpoint from the token alone, so that it works for every grant
 * and after a restart.
 */
final class UserInfoProvider implements AuthenticationProvider {

	@Override
	public Authentication authenticate(Authentication authentication) {
		Authentication caller = (Authentication) Objects
			.requireNonNull(((OidcUserInfoAuthenticationToken) authentication).getPrincipal());
		DemoUser user = DemoUser.named(caller.getName())
			.filter((known) -> caller.isAuthenticated())
			.orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN));
		return new OidcUserInfoAuthenticationToken(caller,
				OidcUserInfo.builder()
					.subject(user.userName())
					.claims((claims) -> claims.putAll(user.claims()))
					.build());
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return OidcUserInfoAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
