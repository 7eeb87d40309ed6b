package io.safelight.publication.saga;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong, and what is still to be undone because of it.
 *
 * @param reasons why it was refused; empty if it was not
 * @param problem the last failure in words
 * @param undoing what is not undone yet
 */
public record Ending(List<Reason> reasons, @Nullable String problem, Set<Undo> undoing) {

	static final Ending NONE = new Ending(List.of(), null, Set.of());

	public Ending {
		reasons = List.copyOf(reasons);
		undoing = Set.copyOf(undoing);
	}

	Ending refusedFor(List<Reason> why) {
		return new Ending(why, this.problem, this.undoing);
	}

	Ending because(String failure) {
		return new Ending(this.reasons, failure, this.undoing);
	}

	Ending undoing(Set<Undo> pending) {
		return new Ending(this.reasons, this.problem, pending);
	}

	Ending undone(Undo done) {
		Set<Undo> left = this.undoing.isEmpty() ? EnumSet.noneOf(Undo.class) : EnumSet.copyOf(this.undoing);
		left.remove(done);
		return undoing(left);
	}

	Ending toUndoAgain(Undo again) {
		Set<Undo> all = EnumSet.of(again);
		all.addAll(this.undoing);
		return undoing(all);
	}

}
