package io.safelight.cloud.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;

/**
 * A request for the password grant: for development and scripts only. OAuth 2.1 has no
 * such grant, and no production provider should.
 */
final class PasswordGrant extends OAuth2AuthorizationGrantAuthenticationToken {

	static final AuthorizationGrantType TYPE = new AuthorizationGrantType("password");

	private static final long LIFETIME_LIMIT = Duration.ofDays(1).toSeconds();

	private final String userName;

	private final String password;

	private final Optional<String> audience;

	private final Optional<Duration> lifetime;

	private PasswordGrant(Authentication client, HttpServletRequest request) {
		super(TYPE, client, Map.of());
		this.userName = required(request, "username");
		this.password = required(request, "password");
		this.audience = Optional.ofNullable(request.getParameter("audience")).filter((text) -> !text.isBlank());
		this.lifetime = Optional.ofNullable(request.getParameter("lifetime_seconds")).map(PasswordGrant::lifetime);
	}

	/**
	 * Reads the client of a token request, before it is authenticated.
	 * @param request the request
	 * @return null when it is for another grant
	 */
	static @Nullable Authentication clientIn(HttpServletRequest request) {
		return isFor(request) ? new PasswordClientToken(required(request, "client_id")) : null;
	}

	/**
	 * Reads a token request whose client is authenticated.
	 * @param request the request
	 * @return null when it is for another grant
	 */
	static @Nullable Authentication read(HttpServletRequest request) {
		Authentication client = SecurityContextHolder.getContext().getAuthentication();
		return (isFor(request) && client != null) ? new PasswordGrant(client, request) : null;
	}

	String userName() {
		return this.userName;
	}

	String password() {
		return this.password;
	}

	/**
	 * For whom the token shall be, if not for Safelight: for tests of what is refused.
	 */
	Optional<String> audience() {
		return this.audience;
	}

	/**
	 * How long the token shall live; a negative time makes one that has expired already.
	 */
	Optional<Duration> lifetime() {
		return this.lifetime;
	}

	private static boolean isFor(HttpServletRequest request) {
		return TYPE.getValue().equals(request.getParameter("grant_type"));
	}

	private static String required(HttpServletRequest request, String name) {
		String[] values = request.getParameterValues(name);
		if (values == null || values.length != 1 || values[0].isEmpty()) {
			throw invalid(name + " must be given once");
		}
		return values[0];
	}

	private static Duration lifetime(String text) {
		try {
			long seconds = Long.parseLong(text);
			if (Math.abs(seconds) <= LIFETIME_LIMIT && seconds != 0) {
				return Duration.ofSeconds(seconds);
			}
		}
		catch (NumberFormatException ex) {
			// Answered below like every other value that is none.
		}
		throw invalid(
				"lifetime_seconds must be a number from -" + LIFETIME_LIMIT + " to " + LIFETIME_LIMIT + " and not 0");
	}

	private static OAuth2AuthenticationException invalid(String description) {
		return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, description, null));
	}

}
