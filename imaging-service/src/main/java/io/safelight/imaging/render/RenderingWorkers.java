package io.safelight.imaging.render;

import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Renders on a few threads of the operating system. Decoding a photograph keeps a thread
 * busy for seconds; on a virtual thread it would keep the carrier from everything else,
 * the health check among it. Thread-safe.
 */
public final class RenderingWorkers implements AutoCloseable {

	private final PhotoRenderer renderer;

	private final ExecutorService threads;

	public RenderingWorkers(PhotoRenderer renderer, int threads) {
		this.renderer = renderer;
		this.threads = Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("renderer-", 0).factory());
	}

	/**
	 * Waits for a thread and renders.
	 * @see PhotoRenderer#render
	 * @throws UnusablePhotoException if the file is at fault
	 * @throws IOException if the machine is
	 * @throws InterruptedException if interrupted while waiting
	 */
	public RenderedPhoto render(Original original, String seed, Collection<RenditionSize> sizes)
			throws UnusablePhotoException, IOException, InterruptedException {
		Future<RenderedPhoto> work = this.threads.submit(() -> this.renderer.render(original, seed, sizes));
		try {
			return work.get();
		}
		catch (InterruptedException ex) {
			work.cancel(true);
			throw ex;
		}
		catch (ExecutionException ex) {
			switch (ex.getCause()) {
				case UnusablePhotoException unusable -> throw unusable;
				case InterruptedException interrupted -> throw interrupted;
				case OutOfMemoryError memory -> throw new IOException("Not enough memory for this picture now", memory);
				case null, default -> throw new IOException("Rendering failed", ex.getCause());
			}
		}
	}

	/** Lets what was begun end. */
	@Override
	public void close() {
		this.threads.close();
	}

}
