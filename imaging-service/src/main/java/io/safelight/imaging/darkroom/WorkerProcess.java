package io.safelight.imaging.darkroom;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.safelight.imaging.darkroom.WorkerDiedException.Death;
import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.RenditionSize;

/**
 * The service's side of one worker. Used by one thread at a time; only {@link #kill} may
 * come from any.
 */
final class WorkerProcess implements AutoCloseable {

	private static final int BUFFER = 1 << 16;

	/** How {@code -XX:+ExitOnOutOfMemoryError} ends a process. */
	private static final int OUT_OF_HEAP = 3;

	private static final Duration FAREWELL = Duration.ofSeconds(2);

	private final Process process;

	private final WorkerComplaints complaints;

	private final DataInputStream in;

	private final DataOutputStream out;

	private volatile boolean overdue;

	WorkerProcess(Process process) {
		this.process = process;
		this.complaints = WorkerComplaints.of(process);
		this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER));
		this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER));
	}

	/** Sends an order and the whole file. */
	void send(Original original, Order order) throws WorkerDiedException, IOException {
		announce(original, order);
		InputStream bytes = original.stream();
		byte[] buffer = new byte[BUFFER];
		for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
			write(buffer, count);
		}
		flush();
	}

	private void announce(Original original, Order order) throws WorkerDiedException {
		try {
			this.out.writeByte(RenderingProcess.ORDER);
			this.out.writeUTF(order.seed());
			this.out.writeBoolean(order.webp());
			this.out.writeByte(order.sizes().size());
			for (RenditionSize size : order.sizes()) {
				this.out.writeUTF(size.label());
			}
			this.out.writeLong(original.length());
		}
		catch (IOException ex) {
			throw died(ex);
		}
	}

	private void write(byte[] bytes, int count) throws WorkerDiedException {
		try {
			this.out.write(bytes, 0, count);
		}
		catch (IOException ex) {
			throw died(ex);
		}
	}

	private void flush() throws WorkerDiedException {
		try {
			this.out.flush();
		}
		catch (IOException ex) {
			throw died(ex);
		}
	}

	/** Lets the worker decode what it has asked for. */
	void admit() throws WorkerDiedException {
		try {
			this.out.writeByte(RenderingProcess.ADMITTED);
			this.out.flush();
		}
		catch (IOException ex) {
			throw died(ex);
		}
	}

	/** Waits for what the worker says next. */
	Frame hear() throws WorkerDiedException {
		try {
			return FrameCodec.read(this.in);
		}
		catch (IOException ex) {
			throw died(ex);
		}
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	long pid() {
		return this.process.pid();
	}

	/** What it has used of the processor; nothing where the system does not tell. */
	Duration processorTime() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	/** Ends it because it took too long. */
	void kill() {
		this.overdue = true;
		this.process.destroyForcibly();
	}

	/** Tells of what it died, after making sure that it has. */
	private WorkerDiedException died(IOException cause) {
		boolean byItself = ended(FAREWELL) && !this.overdue;
		this.process.destroyForcibly();
		Death death = this.overdue ? Death.DEADLINE : byItself ? ofItself() : Death.NONSENSE;
		String said = this.complaints.text();
		WorkerDiedException died = new WorkerDiedException(death,
				"Worker " + pid() + " is gone: " + death + (said.isEmpty() ? "" : "; it said: " + said));
		died.initCause(cause);
		return died;
	}

	private Death ofItself() {
		return (this.process.exitValue() == OUT_OF_HEAP || this.complaints.tellOfMemory()) ? Death.MEMORY : Death.CRASH;
	}

	private boolean ended(Duration patience) {
		try {
			return this.process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return !this.process.isAlive();
		}
	}

	/** Says goodbye; whoever does not go is made to. */
	@Override
	public void close() {
		try {
			this.process.getOutputStream().close();
		}
		catch (IOException ex) {
			// Gone already.
		}
		if (!ended(FAREWELL)) {
			this.process.destroyForcibly();
		}
	}

}
