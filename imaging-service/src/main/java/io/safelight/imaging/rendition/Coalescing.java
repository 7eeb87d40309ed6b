package io.safelight.imaging.rendition;

import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Does the same work once for all who want it at the same time. Thread-safe.
 *
 * @param <K> says which work is the same
 * @param <V> its result
 */
final class Coalescing<K, V> {

	private final ConcurrentMap<K, FutureTask<V>> going = new ConcurrentHashMap<>();

	/**
	 * Does the work, or waits for whoever does it already. Whoever fails, fails for all;
	 * only if the one who does it is interrupted, the next one begins anew.
	 */
	V once(K key, Callable<V> work) throws Exception {
		while (true) {
			FutureTask<V> mine = new FutureTask<>(work);
			FutureTask<V> others = this.going.putIfAbsent(key, mine);
			if (others == null) {
				return run(key, mine);
			}
			try {
				return result(others);
			}
			catch (InterruptedException ex) {
				if (!others.isDone()) {
					throw ex;
				}
			}
		}
	}

	/** How much work is going on. */
	int size() {
		return this.going.size();
	}

	private V run(K key, FutureTask<V> mine) throws Exception {
		try {
			mine.run();
		}
		finally {
			this.going.remove(key, mine);
		}
		return result(mine);
	}

	private static <V> V result(FutureTask<V> task) throws Exception {
		try {
			return task.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof Exception cause) {
				throw cause;
			}
			throw ex;
		}
	}

}
