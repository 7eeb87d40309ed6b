package io.safelight.imaging.darkroom;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.safelight.imaging.darkroom.Frame.Done;
import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.PixelBudget;
import io.safelight.imaging.render.UnusablePhotoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Develops in a few processes, as many as there are processors. A photograph that is the
 * death of two of them is refused. Each worker is talked to by a thread of the operating
 * system: reading a pipe would keep a virtual thread's carrier.
 */
public final class WorkerPool implements Darkroom, AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(WorkerPool.class);

	private final WorkerSettings settings;

	private final ExecutorService threads;

	private final WorkerShifts shifts;

	private final Watchdog watchdog;

	private final PixelBudget budget;

	private final DarkroomListener listener;

	/**
	 * Opens the darkroom; a worker is started when it is needed.
	 * @param budget how many pixels may be decoded at a time, by all workers
	 */
	public WorkerPool(WorkerSettings settings, PixelBudget budget, DarkroomListener listener) {
		this(settings, RenderingProcess.class, budget, listener);
	}

	WorkerPool(WorkerSettings settings, Class<?> main, PixelBudget budget, DarkroomListener listener) {
		this.settings = settings;
		this.threads = Executors.newFixedThreadPool(settings.count(),
				Thread.ofPlatform().name("darkroom-", 0).factory());
		this.shifts = new WorkerShifts(new WorkerCommand(main.getName(), settings));
		this.watchdog = new Watchdog(settings.deadline());
		this.budget = budget;
		this.listener = listener;
	}

	/** Starts all workers, rather than each with the first photograph it gets. */
	public void prepare() {
		for (int i = 0; i < this.settings.count(); i++) {
			this.threads.execute(this::prepareOne);
		}
	}

	private void prepareOne() {
		try {
			this.shifts.prepare();
		}
		catch (IOException ex) {
			log.warn("{}. Photos will be tried nevertheless.", ex.getMessage());
		}
	}

	@Override
	public Development develop(Original original, Order order, Tray tray)
			throws UnusablePhotoException, IOException, InterruptedException {
		Errand errand = new Errand(original, order, tray, this::attempt);
		long asked = System.nanoTime();
		Future<Development> development = this.threads.submit(() -> {
			this.listener.waited(Duration.ofNanos(System.nanoTime() - asked));
			return errand.run();
		});
		try {
			return development.get();
		}
		catch (InterruptedException ex) {
			development.cancel(true);
			errand.abandon();
			throw ex;
		}
		catch (ExecutionException ex) {
			throw cause(ex);
		}
	}

	private IOException cause(ExecutionException ex) throws UnusablePhotoException, IOException, InterruptedException {
		switch (ex.getCause()) {
			case UnusablePhotoException unusable -> {
				this.listener.refused(unusable.reason());
				throw unusable;
			}
			case InterruptedException interrupted -> throw interrupted;
			case null, default -> {
				return new IOException("The photo could not be developed", ex.getCause());
			}
		}
	}

	/** One worker's try. */
	private Development attempt(Errand errand)
			throws WorkerDiedException, UnusablePhotoException, IOException, InterruptedException {
		WorkerProcess worker = this.shifts.begin();
		errand.isWith(worker);
		long begun = System.nanoTime();
		boolean ready = false;
		try (Conversation conversation = new Conversation(worker, this.budget, this.watchdog)) {
			Done done = errand.talk(conversation);
			this.listener.developed(Duration.ofNanos(System.nanoTime() - begun));
			ready = !outgrown(done);
			return done.development();
		}
		catch (UnusablePhotoException ex) {
			ready = true;
			throw ex;
		}
		catch (WorkerDiedException ex) {
			this.listener.replaced(ex.death().name().toLowerCase(Locale.ROOT));
			throw ex;
		}
		finally {
			dismiss(worker, ready);
		}
	}

	private boolean outgrown(Done done) {
		if (done.residentBytes() <= this.settings.resident()) {
			return false;
		}
		this.listener.replaced("outgrown");
		return true;
	}

	private void dismiss(WorkerProcess worker, boolean ready) {
		if (ready) {
			this.shifts.end(worker);
		}
		else {
			worker.close();
		}
	}

	/** Lets what was begun end, then sends the workers home. */
	@Override
	public void close() {
		this.threads.close();
		this.shifts.close();
		this.watchdog.close();
	}

}
