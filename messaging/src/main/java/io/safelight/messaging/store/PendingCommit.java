package io.safelight.messaging.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One caller's commit on its way: what it writes, and what became of it.
 */
final class PendingCommit {

	private final String token;

	/** As the caller gave them, and in the same order as rows. */
	private final List<Write> writes;

	private final List<Write> prepared = new ArrayList<>();

	private final Set<RowName> rows = new HashSet<>();

	private final CompletableFuture<Boolean> outcome = new CompletableFuture<>();

	private long bytes;

	PendingCommit(List<Write> writes, String token) {
		this.writes = writes;
		this.token = token;
		writes.forEach(this::prepare);
	}

	private void prepare(Write write) {
		switch (write) {
			case Write.Put put -> {
				Row row = new Row(Rows.toTree(put.item()));
				this.prepared.add(new Write.Put(put.table(), row, put.condition()));
				this.rows.add(new RowName(put.table().name(), row.key(put.table())));
				this.bytes += row.mostBytes();
			}
			case Write.Delete delete -> {
				this.prepared.add(delete);
				this.rows.add(new RowName(delete.table().name(), delete.key()));
			}
			case Write.Check check -> {
				this.prepared.add(check);
				this.rows.add(new RowName(check.table().name(), check.key()));
			}
		}
	}

	String token() {
		return this.token;
	}

	List<Write> prepared() {
		return this.prepared;
	}

	Set<RowName> rows() {
		return this.rows;
	}

	long bytes() {
		return this.bytes;
	}

	/** Those of this commit's own writes that are among the prepared ones. */
	List<Write> among(Set<Write> some) {
		List<Write> own = new ArrayList<>();
		for (int i = 0; i < this.writes.size(); i++) {
			if (some.contains(this.prepared.get(i))) {
				own.add(this.writes.get(i));
			}
		}
		return own;
	}

	void succeed() {
		this.outcome.complete(true);
	}

	void fail(Throwable reason) {
		this.outcome.completeExceptionally(reason);
	}

	/** Waits until it is known what became of it. */
	void await() {
		try {
			this.outcome.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException reason) ? reason : ex;
		}
	}

	/**
	 * One row of the whole store.
	 *
	 * @param table the table's name
	 * @param key its key
	 */
	record RowName(String table, Key key) {
	}

}
