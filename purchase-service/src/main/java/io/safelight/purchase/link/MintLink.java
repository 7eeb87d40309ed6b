package io.safelight.purchase.link;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import io.safelight.messaging.Committer;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.purchase.licence.Licence;
import io.safelight.purchase.licence.LicenceState;
import io.safelight.purchase.licence.Licences;
import org.jspecify.annotations.Nullable;

/**
 * Mints links. As a secret is not kept, it cannot be shown twice: a repeat under the same
 * idempotency key is the same link under a new secret, as long as nobody has claimed it.
 * Thread-safe.
 */
class MintLink {

	private final Licences licences;

	private final Links links;

	private final LinkSecrets secrets;

	private final Committer committer;

	private final Clock clock;

	MintLink(Licences licences, Links links, LinkSecrets secrets, Committer committer, Clock clock) {
		this.licences = licences;
		this.links = links;
		this.secrets = secrets;
		this.committer = committer;
		this.clock = clock;
	}

	/**
	 * Mints a link for a licence.
	 * @param key the idempotency key, if the caller gives one
	 */
	MintResult mint(String licenceId, String buyerId, @Nullable String key) {
		Optional<Licence> licence = this.licences.find(licenceId, buyerId);
		if (licence.isEmpty()) {
			return new MintResult.UnknownLicence();
		}
		return (licence.get().state() == LicenceState.READY) ? mint(licence.get(), key)
				: new MintResult.NotReady(licence.get().state());
	}

	private MintResult mint(Licence licence, @Nullable String key) {
		Instant now = this.clock.instant();
		String linkId = (key != null)
				? Ulid.of(Instant.parse(licence.issuedAt()), this.secrets.chosen(licence.licenceId(), key))
				: Ulid.of(now, this.secrets.random(Ulid.CHOSEN));
		Optional<Link> earlier = this.links.find(linkId);
		if (earlier.isPresent() && earlier.get().state() != LinkState.ISSUED) {
			return new MintResult.KeyUsed(earlier.get().state());
		}
		String secret = this.secrets.secret();
		String stored = this.secrets.stored(secret);
		Link link = earlier.map((first) -> first.rekeyed(stored, now))
			.orElseGet(() -> Link.issued(linkId, subject(licence), stored, now));
		return committed(link, licence, secret);
	}

	/** Nothing is minted for a licence that is revoked at this moment. */
	private MintResult committed(Link link, Licence licence, String secret) {
		try {
			this.committer.commit(Links.minted(link).and(Licences.unchanged(licence)));
			return new MintResult.Minted(link, secret);
		}
		catch (ConditionFailedException ex) {
			LicenceState now = this.licences.find(licence.licenceId()).map(Licence::state).orElseThrow();
			if (now != LicenceState.READY) {
				return new MintResult.NotReady(now);
			}
			return new MintResult.KeyUsed(this.links.find(link.linkId()).map(Link::state).orElse(LinkState.ISSUED));
		}
	}

	private static Link.Subject subject(Licence licence) {
		return new Link.Subject(licence.licenceId(), licence.buyerId(), licence.photoId(), licence.source().bytes());
	}

}
