package io.safelight.imaging.darkroom;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The end of what a worker wrote to standard error, such as the summary of a fault in
 * native code. The rest is read and dropped, so that the worker never waits for a reader.
 */
final class WorkerComplaints {

	private static final int MOST = 2000;

	private final StringBuilder end = new StringBuilder();

	private final Thread reader;

	private WorkerComplaints(Process process) {
		this.reader = Thread.ofPlatform()
			.daemon()
			.name("complaints-of-" + process.pid())
			.unstarted(() -> read(process));
	}

	static WorkerComplaints of(Process process) {
		WorkerComplaints complaints = new WorkerComplaints(process);
		complaints.reader.start();
		return complaints;
	}

	private void read(Process process) {
		char[] buffer = new char[1024];
		try (Reader errors = process.errorReader(StandardCharsets.UTF_8)) {
			for (int count = errors.read(buffer); count >= 0; count = errors.read(buffer)) {
				keep(buffer, count);
			}
		}
		catch (IOException ex) {
			// The pipe is closed with the process.
		}
	}

	private synchronized void keep(char[] buffer, int count) {
		this.end.append(buffer, 0, count);
		this.end.delete(0, Math.max(0, this.end.length() - MOST));
	}

	/** What was said last, on one line; of a process that has ended, everything. */
	String text() {
		try {
			this.reader.join(TimeUnit.SECONDS.toMillis(1));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		synchronized (this) {
			return this.end.toString().replaceAll("\\s+", " ").strip();
		}
	}

	boolean tellOfMemory() {
		String text = text().toLowerCase(Locale.ROOT);
		return text.contains("outofmemory") || text.contains("insufficient memory") || text.contains("malloc");
	}

}
