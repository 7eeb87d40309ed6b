package io.safelight.service;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as the identity provider says. A controller may ask for a
 * {@code Caller} (an anonymous request is answered 401) or for an
 * {@code Optional<Caller>}.
 *
 * @param userId the user's lasting identity, the token's {@code sub}
 * @param email the user's address, if the token has one
 * @param roles {@code buyer}, {@code photographer}, {@code moderator}, {@code admin}
 */
public record Caller(String userId, @Nullable String email, Set<String> roles) {

	public Caller {
		roles = Set.copyOf(roles);
	}

	public boolean has(String role) {
		return this.roles.contains(role);
	}

}
