package io.safelight.imaging.darkroom;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;

import io.safelight.imaging.darkroom.Frame.Ready;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Workers that have nothing to do, and where new ones come from. Thread-safe.
 */
final class WorkerShifts implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(WorkerShifts.class);

	private static final Duration TO_START = Duration.ofSeconds(60);

	private final ConcurrentLinkedDeque<WorkerProcess> idle = new ConcurrentLinkedDeque<>();

	private final Watchdog atTheStart = new Watchdog(TO_START);

	private final WorkerCommand command;

	WorkerShifts(WorkerCommand command) {
		this.command = command;
	}

	/**
	 * A worker who is ready: the one that worked last, for it is the warmest.
	 * @throws IOException if none can be started
	 */
	WorkerProcess begin() throws IOException {
		for (WorkerProcess worker = this.idle.poll(); worker != null; worker = this.idle.poll()) {
			if (worker.isAlive()) {
				return worker;
			}
			worker.close();
		}
		return start();
	}

	/** Starts one and has it wait for work. */
	void prepare() throws IOException {
		end(start());
	}

	/** The worker has done its work and may do more. */
	void end(WorkerProcess worker) {
		this.idle.push(worker);
	}

	private WorkerProcess start() throws IOException {
		WorkerProcess worker = new WorkerProcess(this.command.start());
		try (Watchdog.Watch _ = this.atTheStart.watch(worker)) {
			if (worker.hear() instanceof Ready) {
				log.info("Worker {} is ready", worker.pid());
				return worker;
			}
			worker.kill();
			throw new IOException("A worker does not begin by saying that it is ready");
		}
		catch (WorkerDiedException ex) {
			throw new IOException("No worker could be started: " + ex.getMessage(), ex);
		}
	}

	@Override
	public void close() {
		this.idle.forEach(WorkerProcess::close);
		this.atTheStart.close();
	}

}
