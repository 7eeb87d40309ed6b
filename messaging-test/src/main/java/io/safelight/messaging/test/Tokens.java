package io.safelight.messaging.test;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Access tokens of demo users by the password grant. Each is asked for once.
 */
final class Tokens {

	private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

	private Tokens() {
	}

	/**
	 * A token.
	 * @param form the token request's form
	 * @throws IllegalStateException if the provider refuses it
	 */
	static String of(String form) {
		return KNOWN.computeIfAbsent(form, Tokens::fetch);
	}

	private static String fetch(String form) {
		URI issuer = LocalCloudExtension.running().issuer().orElseThrow();
		Answer answer = Http.send(HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build());
		if (answer.status() != 200) {
			throw new IllegalStateException("The token was refused: " + answer);
		}
		return answer.field("access_token");
	}

}
