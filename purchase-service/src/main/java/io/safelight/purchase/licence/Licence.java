package io.safelight.purchase.licence;

import java.time.Instant;

import io.safelight.messaging.store.SortableTime;
import io.safelight.purchase.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's lasting right to a photo in a size, and what became of the copy. Immutable;
 * each transition answers the next version.
 *
 * @param licenceId its identity
 * @param version counted from 1
 * @param orderId the order that it was bought with
 * @param buyerId whose it is
 * @param contributorId whose photo it is
 * @param photoId the photo
 * @param title its title when it was bought
 * @param size the size
 * @param width in pixels
 * @param height in pixels
 * @param price what was paid for it
 * @param terms the terms, with their version
 * @param issuedAt when, as sortable text
 * @param source the file that was bought
 * @param state whether the copy can be had
 * @param copy the copy, once it is there
 * @param blocked why it cannot be made, while it cannot; why the licence was revoked
 * @param work there while something is to be done about the copy (a sparse index's key)
 * @param dueAt when to look after it, as sortable text
 */
public record Licence(String licenceId, long version, String orderId, String buyerId, String contributorId,
		String photoId, String title, String size, int width, int height, Money price, String terms, String issuedAt,
		SourceFile source, LicenceState state, @Nullable EncryptedCopy copy, @Nullable String blocked,
		@Nullable String work, @Nullable String dueAt) {

	/** The value of {@code work} in the index of licences that wait for their copy. */
	public static final String COPYING = "COPY";

	/** The value of {@code work} while the copy and the links of a revoked licence go. */
	public static final String DISCARDING = "DISCARD";

	/** Whether its copy is still to be made. */
	public boolean isWaiting() {
		return this.state == LicenceState.PREPARING || this.state == LicenceState.COPY_BLOCKED;
	}

	/** The copy is there. */
	public Licence ready(EncryptedCopy made) {
		requireNotReady();
		return next(LicenceState.READY, made, null, null, null);
	}

	/** The copy cannot be made now, and is tried again then. */
	public Licence blocked(String reason, Instant tryAgainAt) {
		requireNotReady();
		return next(LicenceState.COPY_BLOCKED, null, reason, COPYING, SortableTime.of(tryAgainAt));
	}

	/** The copy is asked for again; if nothing comes of it until then, once more. */
	public Licence askedAgain(Instant lookAgainAt) {
		requireNotReady();
		return next(this.state, null, this.blocked, COPYING, SortableTime.of(lookAgainAt));
	}

	/** The right is taken back; what is left of the copy is removed until then. */
	public Licence revoked(String reason, Instant removedBy) {
		if (this.state == LicenceState.REVOKED) {
			throw new IllegalStateException("Licence " + this.licenceId + " is revoked already");
		}
		return next(LicenceState.REVOKED, null, reason, DISCARDING, SortableTime.of(removedBy));
	}

	/** Copy and links are gone. */
	public Licence discarded() {
		return next(this.state, null, this.blocked, null, null);
	}

	/** The same without the buyer, whose name nobody is to find here any more. */
	public Licence anonymised(String pseudonym) {
		return new Licence(this.licenceId, this.version + 1, this.orderId, pseudonym, this.contributorId, this.photoId,
				this.title, this.size, this.width, this.height, this.price, this.terms, this.issuedAt, this.source,
				this.state, null, this.blocked, null, null);
	}

	private Licence next(LicenceState next, @Nullable EncryptedCopy made, @Nullable String why, @Nullable String todo,
			@Nullable String when) {
		return new Licence(this.licenceId, this.version + 1, this.orderId, this.buyerId, this.contributorId,
				this.photoId, this.title, this.size, this.width, this.height, this.price, this.terms, this.issuedAt,
				this.source, next, made, why, todo, when);
	}

	private void requireNotReady() {
		if (!isWaiting()) {
			throw new IllegalStateException("Licence " + this.licenceId + " waits for no copy: " + this.state);
		}
	}

}
