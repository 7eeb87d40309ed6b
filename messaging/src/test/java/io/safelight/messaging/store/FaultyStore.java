package io.safelight.messaging.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * An {@link InMemoryStore} with the faults of a real one: it can be slow, lose answers,
 * forget tokens, and have too much to do. Thread-safe.
 */
public final class FaultyStore implements Store {

	private final InMemoryStore delegate = new InMemoryStore();

	/** How many answers are still to be lost, after the commit was made. */
	public final AtomicInteger lostAnswers = new AtomicInteger();

	/** How many commits are still to be refused because of their first write's row. */
	public final AtomicInteger conflicts = new AtomicInteger();

	/** How many commits are still to be refused because of too many requests. */
	public final AtomicInteger throttled = new AtomicInteger();

	/** The tokens of the commits, and how many writes each had. */
	public final List<String> tokens = new CopyOnWriteArrayList<>();

	public final List<List<Write>> commits = new CopyOnWriteArrayList<>();

	private final Semaphore arrived = new Semaphore(0);

	private final Semaphore passes = new Semaphore(0);

	private volatile boolean slow;

	private volatile boolean forgetsTokens;

	/** From now on a commit waits until it is let through. */
	public void becomeSlow() {
		this.slow = true;
	}

	/** Waits until a commit has arrived that is not let through yet. */
	public void awaitArrival() {
		this.arrived.acquireUninterruptibly();
	}

	public void letOneThrough() {
		this.passes.release();
	}

	/** Lets all commits through, those that wait and those to come. */
	public void becomeFast() {
		this.slow = false;
		this.passes.release(1000);
	}

	/** As if ten minutes had passed between a commit and its repeat. */
	public void forgetTokens() {
		this.forgetsTokens = true;
	}

	@Override
	public void commit(List<Write> writes, String token) {
		this.tokens.add(token);
		this.commits.add(writes);
		if (this.slow) {
			this.arrived.release();
			this.passes.acquireUninterruptibly();
		}
		if (take(this.throttled)) {
			throw new StoreBusyException("too many requests", new IllegalStateException());
		}
		if (take(this.conflicts)) {
			throw new StoreBusyException("conflict", new IllegalStateException(), List.of(writes.getFirst()));
		}
		this.delegate.commit(writes, this.forgetsTokens ? UUID.randomUUID().toString() : token);
		if (take(this.lostAnswers)) {
			throw SdkClientException.create("the answer was lost");
		}
	}

	private static boolean take(AtomicInteger left) {
		return left.getAndUpdate((count) -> Math.max(0, count - 1)) > 0;
	}

	@Override
	public <T> Optional<T> find(Table table, Key key, Class<T> type) {
		return this.delegate.find(table, key, type);
	}

	@Override
	public <T> Page<T> query(Query query, Class<T> type) {
		return this.delegate.query(query, type);
	}

	@Override
	public <T> Page<T> scan(Query query, Class<T> type) {
		return this.delegate.scan(query, type);
	}

	@Override
	public void putAll(Table table, List<?> items) {
		this.delegate.putAll(table, items);
	}

}
