package io.safelight.simulation.port;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Does at once, in the caller's thread, what it is given to do.
 */
final class InThisThread extends AbstractExecutorService {

	private boolean over;

	@Override
	public void execute(Runnable task) {
		task.run();
	}

	@Override
	public void shutdown() {
		this.over = true;
	}

	@Override
	public List<Runnable> shutdownNow() {
		this.over = true;
		return List.of();
	}

	@Override
	public boolean isShutdown() {
		return this.over;
	}

	@Override
	public boolean isTerminated() {
		return this.over;
	}

	@Override
	public boolean awaitTermination(long timeout, TimeUnit unit) {
		return true;
	}

}
