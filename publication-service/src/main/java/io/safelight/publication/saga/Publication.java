package io.safelight.publication.saga;

import java.time.Instant;

/**
 * A photo on its way to the shop. Immutable; every change is a new value, and only the
 * ways that {@link PublicationState#successors()} names can be gone.
 *
 * @param photoId which photo; also the upload's id
 * @param version counts what was recorded about it, from 1; 0 before the first time
 * @param state where it is
 * @param step the step it is at
 * @param photo what the photographer has sent
 * @param work what was achieved so far
 * @param ending what went wrong
 */
public record Publication(String photoId, long version, PublicationState state, Step step, Photo photo, Work work,
		Ending ending) {

	static Publication begin(String photoId, Photo photo, Step step) {
		return new Publication(photoId, 0, PublicationState.ANALYSING, step, photo, Work.NONE, Ending.NONE);
	}

	/** The same, recorded once more. */
	public Publication recorded() {
		return new Publication(this.photoId, this.version + 1, this.state, this.step, this.photo, this.work,
				this.ending);
	}

	/** Whether an answer to this try of this step is waited for. */
	public boolean awaits(PublicationState step, int epoch) {
		return this.state == step && this.step.epoch() == epoch;
	}

	boolean isWaiting() {
		return this.step.deadline() != null;
	}

	/** Whether an undoing of this try is waited for, even after it was given up. */
	boolean undoes(int epoch) {
		boolean undoing = this.state == PublicationState.COMPENSATING
				|| this.state == PublicationState.COMPENSATION_STUCK;
		return undoing && this.step.epoch() == epoch;
	}

	Publication enter(PublicationState next, Step first) {
		if (!this.state.successors().contains(next)) {
			throw new IllegalStateException(this.photoId + " cannot go from " + this.state + " to " + next);
		}
		return new Publication(this.photoId, this.version, next, first, this.photo, this.work, this.ending);
	}

	Publication end(PublicationState end, Instant now) {
		return enter(end, this.step.ended(now));
	}

	Publication at(Step another) {
		return new Publication(this.photoId, this.version, this.state, another, this.photo, this.work, this.ending);
	}

	Publication having(Work done) {
		return new Publication(this.photoId, this.version, this.state, this.step, this.photo, done, this.ending);
	}

	Publication ending(Ending other) {
		return new Publication(this.photoId, this.version, this.state, this.step, this.photo, this.work, other);
	}

}
