package io.safelight.cloud.identity;

import java.time.Duration;
import java.util.List;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The two clients: the site, and the command line.
 */
final class IdentityClients {

	/**
	 * Where the site is served: by the gateway, and by its development server. As RFC
	 * 8252 (7.3) says, a loopback redirect may have any port.
	 */
	private static final List<String> SITES = List.of("http://127.0.0.1:8080", "http://127.0.0.1:5173");

	private static final TokenSettings TOKENS = TokenSettings.builder()
		.accessTokenTimeToLive(Duration.ofHours(1))
		.build();

	private IdentityClients() {
	}

	static RegisteredClientRepository all() {
		return new InMemoryRegisteredClientRepository(web(), commandLine());
	}

	private static RegisteredClient web() {
		return publicClient("safelight-web").authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUris((uris) -> SITES.forEach((site) -> uris.add(site + "/callback")))
			.postLogoutRedirectUris((uris) -> SITES.forEach((site) -> uris.add(site + "/")))
			.clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
			.build();
	}

	private static RegisteredClient commandLine() {
		return publicClient("safelight-cli").authorizationGrantType(PasswordGrant.TYPE).build();
	}

	private static RegisteredClient.Builder publicClient(String name) {
		return RegisteredClient.withId(name)
			.clientId(name)
			.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
			.scope(OidcScopes.OPENID)
			.scope(OidcScopes.PROFILE)
			.scope(OidcScopes.EMAIL)
			.tokenSettings(TOKENS);
	}

}
