package io.safelight.imaging.rendition;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Who carries finished copies away while the next are made. Implementations are
 * thread-safe.
 */
@FunctionalInterface
public interface Carriers {

	/** Takes as many tasks as it is given; closing it waits until all are done. */
	ExecutorService hire();

	/** One virtual thread for each copy. */
	static Carriers threads() {
		return () -> Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("upload-", 0).factory());
	}

}
