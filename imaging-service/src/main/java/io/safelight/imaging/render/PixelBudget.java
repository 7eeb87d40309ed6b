package io.safelight.imaging.render;

import java.util.concurrent.Semaphore;

/**
 * Bounds memory by the pixels being worked on, not by the number of pictures: ten small
 * ones are welcome together, two huge ones are not. First come, first served, so that a
 * huge one is not starved by small ones. Thread-safe.
 */
public final class PixelBudget {

	private static final long PIXELS_PER_PERMIT = 100_000;

	private final Semaphore permits;

	private final int all;

	/**
	 * Creates a budget.
	 * @param pixels how many may be in flight; a picture that alone has more gets all
	 */
	public PixelBudget(long pixels) {
		this.all = Math.toIntExact(Math.max(1, pixels / PIXELS_PER_PERMIT));
		this.permits = new Semaphore(this.all, true);
	}

	/**
	 * Waits until so many pixels may be worked on.
	 * @return to be closed when their memory is free again
	 * @throws InterruptedException if interrupted while waiting
	 */
	public Share acquire(long pixels) throws InterruptedException {
		int wanted = (int) Math.min(this.all, Math.max(1, pixels / PIXELS_PER_PERMIT));
		this.permits.acquire(wanted);
		return () -> this.permits.release(wanted);
	}

	/** How many pixels may be taken without waiting. */
	public long free() {
		return this.permits.availablePermits() * PIXELS_PER_PERMIT;
	}

	/** Whether somebody waits for pixels. */
	public boolean isWaitedFor() {
		return this.permits.hasQueuedThreads();
	}

	/** What was taken of the budget. */
	public interface Share extends AutoCloseable {

		@Override
		void close();

	}

}
