package io.safelight.messaging.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * A {@link Store} whose commits travel together, as databases do it (group commit): a
 * commit that finds nothing under way is made at once and alone; those that come
 * meanwhile wait for the next round and share one transaction. So the busier it is, the
 * fewer calls a commit costs, and nobody waits for company. Thread-safe.
 *
 * <p>
 * Nobody's fate depends on the company. If a transaction is refused, the store says which
 * writes were the reason: their commits are told, and the others go again by themselves,
 * without newcomers, so that each is refused for its own reasons only and waits for two
 * rounds as a rule. If an answer is lost, the same transaction is asked for again with
 * the same token; if that does not help, all its callers are told that the outcome is
 * unknown, and each finds out by the row that only its own commit can have written.
 */
public final class GroupCommitStore implements Store {

	/** How often the same transaction is asked for when no answer comes. */
	private static final int TRIES = 3;

	private final Store store;

	private final CommitLine line;

	/**
	 * A store that joins commits.
	 * @param store where they are made
	 * @param maxGroups the most transactions under way at a time: more means less waiting
	 * for a slow one, fewer means larger groups
	 */
	public GroupCommitStore(Store store, int maxGroups) {
		this.store = store;
		this.line = new CommitLine(maxGroups);
	}

	@Override
	public void commit(List<Write> writes, String token) {
		if (writes.isEmpty()) {
			return;
		}
		PendingCommit commit = new PendingCommit(writes, token);
		if (this.line.add(commit)) {
			Thread.ofVirtual().name("group-commit").start(this::work);
		}
		commit.await();
	}

	/** How many commits wait for their turn. */
	int waiting() {
		return this.line.length();
	}

	private void work() {
		for (List<PendingCommit> group = this.line.next(List.of()); !group.isEmpty(); group = this.line.next(group)) {
			commit(group);
		}
	}

	private void commit(List<PendingCommit> group) {
		try {
			commitTogether(group);
			group.forEach(PendingCommit::succeed);
		}
		catch (ConditionFailedException ex) {
			separate(group, ex.refused(), ex, ConditionFailedException::new);
		}
		catch (StoreBusyException ex) {
			separate(group, ex.busy(), ex, (busy) -> ex);
		}
		catch (Throwable ex) {
			group.forEach((commit) -> commit.fail(ex));
		}
	}

	/**
	 * The same transaction with the same token is made once, however often it is sent. A
	 * lost answer may have been a yes: from then on "busy" is no answer either.
	 */
	private void commitTogether(List<PendingCommit> group) {
		List<Write> writes = group.stream().flatMap((commit) -> commit.prepared().stream()).toList();
		String token = (group.size() == 1) ? group.getFirst().token() : UUID.randomUUID().toString();
		@Nullable SdkClientException lost = null;
		for (int attempt = 1; attempt <= TRIES; attempt++) {
			try {
				this.store.commit(writes, token);
				return;
			}
			catch (SdkClientException ex) {
				lost = ex;
			}
			catch (StoreBusyException ex) {
				if (lost == null) {
					throw ex;
				}
			}
			Backoff.pauseAfter(attempt);
		}
		throw Objects.requireNonNull(lost);
	}

	/**
	 * Tells those whose writes were the reason, and tries again with the others. Where no
	 * write is the reason (a store that has too much to do) it is everybody's.
	 */
	private void separate(List<PendingCommit> group, List<Write> reasons, RuntimeException shared,
			Function<List<Write>, RuntimeException> verdict) {
		Set<Write> culprits = Collections.newSetFromMap(new IdentityHashMap<>());
		culprits.addAll(reasons);
		List<PendingCommit> others = new ArrayList<>();
		for (PendingCommit commit : group) {
			List<Write> own = commit.among(culprits);
			if (!own.isEmpty()) {
				commit.fail(verdict.apply(own));
			}
			else if (reasons.isEmpty()) {
				commit.fail(shared);
			}
			else {
				others.add(commit);
			}
		}
		if (!others.isEmpty()) {
			commit(others);
		}
	}

	@Override
	public <T> Optional<T> find(Table table, Key key, Class<T> type) {
		return this.store.find(table, key, type);
	}

	@Override
	public <T> List<T> findAll(Table table, List<Key> keys, Class<T> type) {
		return this.store.findAll(table, keys, type);
	}

	@Override
	public <T> Page<T> query(Query query, Class<T> type) {
		return this.store.query(query, type);
	}

	@Override
	public <T> Page<T> scan(Query query, Class<T> type) {
		return this.store.scan(query, type);
	}

	@Override
	public void putAll(Table table, List<?> items) {
		this.store.putAll(table, items);
	}

}
