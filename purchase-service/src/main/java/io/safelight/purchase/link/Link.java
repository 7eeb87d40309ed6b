package io.safelight.purchase.link;

import java.time.Duration;
import java.time.Instant;

import io.safelight.messaging.store.SortableTime;
import org.jspecify.annotations.Nullable;

/**
 * A link that works once. Immutable; each transition checks the state and answers the
 * next version. No I/O and no clock of its own.
 *
 * @param linkId its identity, a ULID
 * @param version counted from 1
 * @param licenceId the licence whose copy it is for
 * @param buyerId the only one who can claim it
 * @param photoId the photo
 * @param bytes the size of the file
 * @param secretHmac the HMAC of the secret; the secret itself is nowhere
 * @param state how far it has come
 * @param issuedAt when it was minted, as sortable text
 * @param expiresAt when it can no longer be claimed
 * @param wrongTries how often a wrong secret was tried
 * @param rearms how often it was given back after a lease
 * @param claim who has it; kept after it was consumed
 * @param work there while time alone can change the link (a sparse index's key)
 * @param dueAt when it does, as sortable text
 */
record Link(String linkId, long version, String licenceId, String buyerId, String photoId, long bytes,
		String secretHmac, LinkState state, String issuedAt, Instant expiresAt, int wrongTries, int rearms,
		@Nullable Claim claim, @Nullable String work, @Nullable String dueAt) {

	/** The value of {@code work} in the index of links that end by themselves. */
	static final String OPEN = "LINK";

	static final Duration LIFE = Duration.ofHours(72);

	static final Duration LEASE = Duration.ofMinutes(15);

	/** Clocks of instances differ; nothing ends before it has surely ended. */
	static final Duration GRACE = Duration.ofSeconds(30);

	static final int MOST_WRONG_TRIES = 20;

	static final int MOST_REARMS = 2;

	/** How many times its size may be sent. */
	static final int MOST_TIMES = 3;

	/** A link for a licence's copy. */
	static Link issued(String linkId, Subject subject, String secretHmac, Instant now) {
		Instant end = now.plus(LIFE);
		return new Link(linkId, 1, subject.licenceId(), subject.buyerId(), subject.photoId(), subject.bytes(),
				secretHmac, LinkState.ISSUED, SortableTime.of(now), end, 0, 0, null, OPEN, SortableTime.of(end));
	}

	/** The same link under a new secret: the answer with the first one was lost. */
	Link rekeyed(String newSecretHmac, Instant now) {
		require(LinkState.ISSUED);
		Instant end = now.plus(LIFE);
		return new Link(this.linkId, this.version + 1, this.licenceId, this.buyerId, this.photoId, this.bytes,
				newSecretHmac, LinkState.ISSUED, this.issuedAt, end, 0, this.rearms, null, OPEN, SortableTime.of(end));
	}

	/** Whether a claim would succeed now, so far as time and state go. */
	boolean isClaimable(Instant now) {
		return this.state == LinkState.ISSUED && now.isBefore(this.expiresAt);
	}

	/** One claimant has it. */
	Link claimed(String claimId, @Nullable String keyHmac, Instant now) {
		if (!isClaimable(now)) {
			throw new IllegalStateException("Link " + this.linkId + " cannot be claimed: " + this.state);
		}
		Instant end = now.plus(LEASE);
		return next(LinkState.CLAIMED, this.wrongTries, this.rearms, Claim.of(claimId, keyHmac, end), end.plus(GRACE));
	}

	/** A wrong secret was tried; too many end the link, unless it has ended already. */
	Link wronglyTried() {
		if (hasEnded()) {
			return this;
		}
		int tries = this.wrongTries + 1;
		return (tries >= MOST_WRONG_TRIES) ? next(LinkState.REVOKED, tries, this.rearms, this.claim, null)
				: next(this.state, tries, this.rearms, this.claim, due());
	}

	/** Whether this claim may fetch now. A file that was handed over may be, again. */
	boolean isServable(String claimId, Instant now) {
		return (this.state == LinkState.CLAIMED || this.state == LinkState.CONSUMED) && this.claim != null
				&& this.claim.claimId().equals(claimId) && !this.claim.done()
				&& now.isBefore(this.claim.leaseUntil().plus(GRACE));
	}

	/** Whether so many bytes more may be sent. */
	boolean maySend(long more) {
		return required().sent() + more <= MOST_TIMES * this.bytes;
	}

	/** So many bytes are about to be sent. */
	Link sending(long more) {
		if (!maySend(more)) {
			throw new IllegalStateException("Link " + this.linkId + " was fetched too often");
		}
		return next(this.state, this.wrongTries, this.rearms, required().sending(more), due());
	}

	/**
	 * This range was handed over for certain, and more of it is under way: should nobody
	 * be left to say how it ended, this much is known.
	 */
	Link noted(ByteRange range) {
		return next(this.state, this.wrongTries, this.rearms, required().handedOver(range, 0), due());
	}

	/** This range was handed over, and so much of what was about to be sent was not. */
	Link handedOver(ByteRange range, long unsent) {
		Claim after = required().handedOver(range, unsent);
		boolean complete = this.state == LinkState.CLAIMED && after.served().covered() >= this.bytes;
		return complete ? next(LinkState.CONSUMED, this.wrongTries, this.rearms, after, null)
				: next(this.state, this.wrongTries, this.rearms, after, due());
	}

	/** The claimant says that it has everything. */
	Link done() {
		return next(LinkState.CONSUMED, this.wrongTries, this.rearms, required().finished(), null);
	}

	/** It ends with its licence; who has claimed it fetches nothing more. */
	Link revoked(String owner) {
		return new Link(this.linkId, this.version + 1, this.licenceId, owner, this.photoId, this.bytes, this.secretHmac,
				LinkState.REVOKED, this.issuedAt, this.expiresAt, this.wrongTries, this.rearms, null, null, null);
	}

	/**
	 * What time alone does: a lease that ended with at least nine tenths handed over
	 * consumes the link; with less, the link can be claimed again, but not for ever.
	 */
	Link after(Instant now) {
		return switch (this.state) {
			case ISSUED -> now.isBefore(this.expiresAt) ? this : ended();
			case CLAIMED -> now.isBefore(required().leaseUntil().plus(GRACE)) ? this : afterLease(now);
			case CONSUMED, EXPIRED, REVOKED -> this;
		};
	}

	private Link afterLease(Instant now) {
		if (required().served().covered() * 10 >= this.bytes * 9) {
			return next(LinkState.CONSUMED, this.wrongTries, this.rearms, this.claim, null);
		}
		boolean again = this.rearms < MOST_REARMS && now.isBefore(this.expiresAt);
		return again ? next(LinkState.ISSUED, this.wrongTries, this.rearms + 1, null, this.expiresAt) : ended();
	}

	private Link ended() {
		return next(LinkState.EXPIRED, this.wrongTries, this.rearms, this.claim, null);
	}

	private boolean hasEnded() {
		return this.state != LinkState.ISSUED && this.state != LinkState.CLAIMED;
	}

	private @Nullable Instant due() {
		return (this.dueAt != null) ? Instant.parse(this.dueAt) : null;
	}

	private Claim required() {
		if (this.claim == null) {
			throw new IllegalStateException("Link " + this.linkId + " is not claimed");
		}
		return this.claim;
	}

	private void require(LinkState needed) {
		if (this.state != needed) {
			throw new IllegalStateException("Link " + this.linkId + " is " + this.state + ", not " + needed);
		}
	}

	private Link next(LinkState next, int tries, int again, @Nullable Claim by, @Nullable Instant due) {
		return new Link(this.linkId, this.version + 1, this.licenceId, this.buyerId, this.photoId, this.bytes,
				this.secretHmac, next, this.issuedAt, this.expiresAt, tries, again, by, (due != null) ? OPEN : null,
				(due != null) ? SortableTime.of(due) : null);
	}

	/**
	 * What a link is for.
	 *
	 * @param licenceId the licence
	 * @param buyerId whose it is
	 * @param photoId the photo
	 * @param bytes the size of the file
	 */
	record Subject(String licenceId, String buyerId, String photoId, long bytes) {
	}

}
