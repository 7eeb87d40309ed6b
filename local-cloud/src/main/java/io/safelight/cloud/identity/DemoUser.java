package io.safelight.cloud.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The people who can sign in. Everybody knows their passwords: they are for development
 * only.
 */
enum DemoUser {

	ANA("Ana Archer", "photographer"), PAUL("Paul Prism", "photographer"), BEN("Ben Buyer", "buyer"),
	BEA("Bea Bright", "buyer"), MIA("Mia Moderate", "moderator"), ADA("Ada Admin", "admin");

	/**
	 * The password of all of them.
	 */
	static final String PASSWORD = "safelight";

	private final String fullName;

	private final List<String> roles;

	DemoUser(String fullName, String... roles) {
		this.fullName = fullName;
		this.roles = List.of(roles);
	}

	static Optional<DemoUser> named(String userName) {
		return Arrays.stream(values()).filter((user) -> user.userName().equals(userName)).findFirst();
	}

	/**
	 * The name to sign in with, which is also the subject of the user's tokens.
	 */
	String userName() {
		return name().toLowerCase(Locale.ROOT);
	}

	String fullName() {
		return this.fullName;
	}

	List<String> roles() {
		return this.roles;
	}

	/**
	 * What tokens and the user-info endpoint say about the user, besides the subject.
	 */
	Map<String, Object> claims() {
		return Map.of("name", this.fullName, "preferred_username", userName(), "email", userName() + "@example.com",
				"email_verified", true, "roles", this.roles);
	}

}
