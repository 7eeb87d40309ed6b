package io.safelight.messaging.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;

import io.safelight.messaging.store.PendingCommit.RowName;

/**
 * The commits that wait for their turn, first come, first served, and the groups that are
 * under way. Thread-safe.
 */
final class CommitLine {

	/** DynamoDB's limits of one transaction. */
	private static final int MAX_WRITES = 100;

	private static final long MAX_BYTES = 4_000_000;

	private final int maxGroups;

	private final List<PendingCommit> waiting = new LinkedList<>();

	private final Set<RowName> underWay = new HashSet<>();

	private int groups;

	CommitLine(int maxGroups) {
		this.maxGroups = maxGroups;
	}

	/**
	 * Puts a commit into the line.
	 * @return whether there is room for one more group under way: the caller sees to it
	 * that somebody calls {@link #next(List)} until it is empty
	 */
	synchronized boolean add(PendingCommit commit) {
		this.waiting.add(commit);
		if (this.groups == this.maxGroups) {
			return false;
		}
		this.groups++;
		return true;
	}

	synchronized int length() {
		return this.waiting.size();
	}

	/**
	 * The next group: whoever has waited longest, and all behind it that fit. No two of a
	 * group, nor of groups under way at the same time, change the same row: the store
	 * would refuse both.
	 * @param last the caller's last group, which is done now
	 * @return empty if nothing can be done at the moment
	 */
	synchronized List<PendingCommit> next(List<PendingCommit> last) {
		last.forEach((commit) -> this.underWay.removeAll(commit.rows()));
		List<PendingCommit> group = new ArrayList<>();
		int writes = 0;
		long bytes = 0;
		for (Iterator<PendingCommit> line = this.waiting.iterator(); line.hasNext() && writes < MAX_WRITES;) {
			PendingCommit commit = line.next();
			boolean fits = writes + commit.rows().size() <= MAX_WRITES && bytes + commit.bytes() <= MAX_BYTES;
			if ((fits || group.isEmpty()) && commit.rows().stream().noneMatch(this.underWay::contains)) {
				line.remove();
				group.add(commit);
				this.underWay.addAll(commit.rows());
				writes += commit.rows().size();
				bytes += commit.bytes();
			}
		}
		if (group.isEmpty()) {
			this.groups--;
		}
		return group;
	}

}
