package io.safelight.cloud.identity;

import java.util.List;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * A public client that names itself in a request for the password grant. Not one of
 * Spring's client tokens, because Spring's provider for public clients would take that
 * and insist on PKCE.
 */
final class PasswordClientToken extends AbstractAuthenticationToken {

	private final String clientId;

	PasswordClientToken(String clientId) {
		super(List.of());
		this.clientId = clientId;
	}

	@Override
	public Object getPrincipal() {
		return this.clientId;
	}

	@Override
	public Object getCredentials() {
		return "";
	}

}
