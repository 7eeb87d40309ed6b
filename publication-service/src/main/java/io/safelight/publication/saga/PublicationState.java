package io.safelight.publication.saga;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a photo is on its way to the shop. The pivot is the way from {@link #LISTING} to
 * {@link #ARCHIVING}: before it everything can be undone, after it there is only forward.
 */
public enum PublicationState {

	/** The picture is looked at. */
	ANALYSING,
	/** A person has to decide. */
	MODERATING,
	/** The watermarked renditions and the purchasable sizes are made. */
	RENDERING,
	/** The catalogue puts it on sale. */
	LISTING,
	/** The original is moved to the archive. */
	ARCHIVING,
	/** The end that everybody wants. */
	PUBLISHED,
	/** What was done is undone. */
	COMPENSATING,
	/** It could not be undone: a person has to look. */
	COMPENSATION_STUCK,
	/** Refused, with reasons. */
	REJECTED,
	/** Given up, everything undone. */
	FAILED;

	/** The states that may come next, besides this one. */
	public Set<PublicationState> successors() {
		return switch (this) {
			case ANALYSING -> EnumSet.of(MODERATING, RENDERING, REJECTED, FAILED);
			case MODERATING -> EnumSet.of(RENDERING, REJECTED, FAILED);
			case RENDERING -> EnumSet.of(LISTING, COMPENSATING);
			case LISTING -> EnumSet.of(ARCHIVING, COMPENSATING);
			case ARCHIVING -> EnumSet.of(PUBLISHED);
			case COMPENSATING -> EnumSet.of(REJECTED, FAILED, COMPENSATION_STUCK);
			case COMPENSATION_STUCK -> EnumSet.of(COMPENSATING, REJECTED, FAILED);
			case PUBLISHED, REJECTED, FAILED -> EnumSet.noneOf(PublicationState.class);
		};
	}

	/** Whether nothing more is to happen. */
	public boolean isFinal() {
		return successors().isEmpty();
	}

	/** Whether the photo is not to be on sale, for now or for good. */
	public boolean isWithdrawn() {
		return switch (this) {
			case COMPENSATING, COMPENSATION_STUCK, REJECTED, FAILED -> true;
			default -> false;
		};
	}

	/** Whether there is no way back from here any more. */
	public boolean isPastPivot() {
		return this == ARCHIVING || this == PUBLISHED;
	}

}
