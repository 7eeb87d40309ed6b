package io.safelight.purchase.link;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Who has a link, for how long, and what was handed over.
 *
 * @param claimId its identity; begins with the link's
 * @param keyHmac the HMAC of the idempotency key that it was claimed with, if any
 * @param leaseUntil until when the file may be fetched
 * @param sent how many bytes were sent or are being sent, repeats included
 * @param served which bytes were handed over
 * @param done whether the claimant has said that it has everything
 */
record Claim(String claimId, @Nullable String keyHmac, Instant leaseUntil, long sent, ServedRanges served,
		boolean done) {

	static Claim of(String claimId, @Nullable String keyHmac, Instant leaseUntil) {
		return new Claim(claimId, keyHmac, leaseUntil, 0, ServedRanges.NONE, false);
	}

	Claim sending(long bytes) {
		return new Claim(this.claimId, this.keyHmac, this.leaseUntil, this.sent + bytes, this.served, this.done);
	}

	Claim handedOver(ByteRange range, long unsent) {
		return new Claim(this.claimId, this.keyHmac, this.leaseUntil, this.sent - unsent, this.served.plus(range),
				this.done);
	}

	Claim finished() {
		return new Claim(this.claimId, this.keyHmac, this.leaseUntil, this.sent, this.served, true);
	}

}
