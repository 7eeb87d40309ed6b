package io.safelight.purchase.link;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.StoreBusyException;
import io.safelight.purchase.message.DownloadClaimed;
import io.safelight.purchase.message.PurchaseTopics;
import org.jspecify.annotations.Nullable;

/**
 * Gives a link to one claimant: one write, on the condition that the link is still as it
 * was read. Whoever comes second reads again and sees that it is gone. Thread-safe.
 */
class ClaimLink {

	private static final int TRIES = 20;

	private static final int CLAIM_BYTES = 12;

	private final Links links;

	private final LinkSecrets secrets;

	private final Committer committer;

	private final Clock clock;

	ClaimLink(Links links, LinkSecrets secrets, Committer committer, Clock clock) {
		this.links = links;
		this.secrets = secrets;
		this.committer = committer;
		this.clock = clock;
	}

	/**
	 * Claims a link.
	 * @param userId who claims
	 * @param secret what the link's address had after the #
	 * @param key the idempotency key, if the caller gives one: the same key gets the same
	 * claim while the lease lasts
	 */
	ClaimResult claim(String linkId, String userId, String secret, @Nullable String key) {
		for (int attempt = 1;; attempt++) {
			Optional<Link> link = this.links.find(linkId, userId);
			if (link.isEmpty()) {
				return new ClaimResult.Unknown();
			}
			try {
				return claim(link.get(), secret, (key != null) ? this.secrets.ofKey(linkId, key) : null);
			}
			catch (ConditionFailedException | StoreBusyException ex) {
				if (attempt == TRIES) {
					throw ex;
				}
			}
		}
	}

	private ClaimResult claim(Link link, String secret, @Nullable String keyHmac) {
		if (!this.secrets.isCurrent(link.secretHmac())) {
			return new ClaimResult.Ended(LinkState.REVOKED);
		}
		if (!this.secrets.matches(secret, link.secretHmac())) {
			return wrong(link);
		}
		Instant now = this.clock.instant();
		if (link.isClaimable(now)) {
			return first(link, keyHmac, now);
		}
		return switch (link.state()) {
			case CLAIMED -> again(link, keyHmac, now);
			case ISSUED -> new ClaimResult.Ended(LinkState.EXPIRED);
			case CONSUMED, EXPIRED, REVOKED -> new ClaimResult.Ended(link.state());
		};
	}

	private ClaimResult first(Link link, @Nullable String keyHmac, Instant now) {
		String claimId = link.linkId() + "-" + HexFormat.of().formatHex(this.secrets.random(CLAIM_BYTES));
		Link claimed = link.claimed(claimId, keyHmac, now);
		this.committer.commit(
				Links.saved(claimed)
					.publish(
							OutgoingMessage
								.to(PurchaseTopics.EVENTS, DownloadClaimed.TYPE, link.linkId(), claimed.version(),
										new DownloadClaimed(link.linkId(), link.licenceId(), link.buyerId(),
												link.photoId()))
								.onBehalfOf(link.buyerId())));
		return new ClaimResult.Claimed(claimed);
	}

	private static ClaimResult again(Link link, @Nullable String keyHmac, Instant now) {
		Claim claim = link.claim();
		boolean same = claim != null && keyHmac != null && keyHmac.equals(claim.keyHmac())
				&& now.isBefore(claim.leaseUntil());
		return same ? new ClaimResult.Claimed(link) : new ClaimResult.Taken();
	}

	private ClaimResult wrong(Link link) {
		Link tried = link.wronglyTried();
		if (tried != link) {
			Changes changes = Links.saved(tried);
			this.committer.commit(changes);
		}
		return new ClaimResult.WrongSecret();
	}

}
