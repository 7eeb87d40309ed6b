package io.safelight.purchase.link;

import java.time.Instant;

/**
 * Links in each state, reached by real transitions.
 */
final class LinkFixtures {

	static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123Z");

	static final String LINK = "01JD8Y3W8K3D9P0RS5T6V7W8X9";

	static final String CLAIM = LINK + "-0a0b0c";

	static final long BYTES = 1_000;

	private LinkFixtures() {
	}

	static Link aLink(LinkState state) {
		return switch (state) {
			case ISSUED -> issued();
			case CLAIMED -> issued().claimed(CLAIM, null, NOW);
			case CONSUMED -> issued().claimed(CLAIM, null, NOW).sending(BYTES).handedOver(new ByteRange(0, BYTES), 0);
			case EXPIRED -> issued().after(NOW.plus(Link.LIFE));
			case REVOKED -> revoked(issued());
		};
	}

	static Link revoked(Link link) {
		Link tried = link;
		for (int i = 0; i < Link.MOST_WRONG_TRIES; i++) {
			tried = tried.wronglyTried();
		}
		return tried;
	}

	private static Link issued() {
		return Link.issued(LINK, new Link.Subject("licence", "ben", "photo", BYTES), "kid:hmac", NOW);
	}

}
