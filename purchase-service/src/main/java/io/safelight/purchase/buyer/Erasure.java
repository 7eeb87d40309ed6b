package io.safelight.purchase.buyer;

import java.time.Duration;
import java.time.Instant;

import io.safelight.messaging.store.SortableTime;
import org.jspecify.annotations.Nullable;

/**
 * That a buyer is to be forgotten, and how far it has come. Immutable; each transition
 * answers the next version. The row stays as the record that it was done, and names
 * nobody from then on: who knows a user's id can find it, nobody can read an id out of
 * it.
 *
 * @param erasureId its identity, a hash of the user's id
 * @param version counted from 1
 * @param userId who is forgotten; gone once that is done
 * @param pseudonym what stands in the user's place from now on, chosen at random
 * @param askedBy {@code buyer}, or the administrator's id
 * @param reason an administrator's reason
 * @param askedAt when it was asked for; from then on nothing new is written of the buyer
 * @param doneAt when nothing was left
 * @param orders how many orders were freed of the buyer's name
 * @param licences how many licences were revoked
 * @param work there while it is not done (a sparse index's key)
 * @param dueAt when to look again, as sortable text
 */
public record Erasure(String erasureId, long version, @Nullable String userId, String pseudonym, String askedBy,
		@Nullable String reason, Instant askedAt, @Nullable Instant doneAt, long orders, long licences,
		@Nullable String work, @Nullable String dueAt) {

	/** The value of {@code work} in the index of erasures that are not done. */
	static final String ERASING = "ERASURE";

	/**
	 * An index shows a row that was committed before the fence only a little later: when
	 * nothing was found after this time there is nothing.
	 */
	static final Duration SETTLING = Duration.ofMinutes(1);

	private static final Duration RETRY = Duration.ofSeconds(15);

	/** The wish, as the fence: from its commit on nothing is written of this buyer. */
	static Erasure asked(String erasureId, String userId, String pseudonym, String askedBy, @Nullable String reason,
			Instant now) {
		return new Erasure(erasureId, 1, userId, pseudonym, askedBy, reason, now, null, 0, 0, ERASING,
				SortableTime.of(now.plus(RETRY)));
	}

	/** A pass has found and erased so much; finding nothing late enough is the end. */
	public Erasure passed(long moreOrders, long moreLicences, Instant now) {
		boolean nothing = moreOrders + moreLicences == 0;
		boolean done = nothing && !now.isBefore(this.askedAt.plus(SETTLING));
		return new Erasure(this.erasureId, this.version + 1, done ? null : this.userId, this.pseudonym, this.askedBy,
				this.reason, this.askedAt, done ? now : null, this.orders + moreOrders, this.licences + moreLicences,
				done ? null : ERASING, done ? null : SortableTime.of(now.plus(RETRY)));
	}

	/** Whether nothing is left to do. */
	public boolean isDone() {
		return this.doneAt != null;
	}

}
