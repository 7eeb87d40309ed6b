package io.safelight.imaging.darkroom;

import java.io.IOException;
import java.util.Set;

import io.safelight.imaging.darkroom.Frame.Asking;
import io.safelight.imaging.darkroom.Frame.Copy;
import io.safelight.imaging.darkroom.Frame.Done;
import io.safelight.imaging.darkroom.Frame.Failed;
import io.safelight.imaging.darkroom.Frame.Ready;
import io.safelight.imaging.darkroom.Frame.Refused;
import io.safelight.imaging.darkroom.WorkerDiedException.Death;
import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.PixelBudget;
import io.safelight.imaging.render.Rendition;
import io.safelight.imaging.render.UnusablePhotoException;
import org.jspecify.annotations.Nullable;

/**
 * One try of one worker at one photograph. The watchdog watches while the worker works,
 * not while it waits for room. Used by one thread.
 */
final class Conversation implements AutoCloseable {

	private final WorkerProcess worker;

	private final PixelBudget budget;

	private final Watchdog watchdog;

	private Watchdog.Watch watch;

	private PixelBudget.@Nullable Share share;

	Conversation(WorkerProcess worker, PixelBudget budget, Watchdog watchdog) {
		this.worker = worker;
		this.budget = budget;
		this.watchdog = watchdog;
		this.watch = watchdog.watch(worker);
	}

	/**
	 * Talks until there is a result.
	 * @param taken the copies that the tray has; added to
	 * @throws WorkerDiedException if the worker did not live to see it
	 */
	Done talk(Original original, Order order, Tray tray, Set<String> taken)
			throws WorkerDiedException, UnusablePhotoException, IOException, InterruptedException {
		this.worker.send(original, order);
		while (true) {
			switch (this.worker.hear()) {
				case Asking asking -> admit(asking.pixels());
				case Copy copy -> take(copy.rendition(), order, tray, taken);
				case Done done -> {
					return done;
				}
				case Refused refused -> throw new UnusablePhotoException(refused.reason(), refused.message());
				case Failed failed -> throw new IOException(failed.message());
				case Ready _ -> throw nonsense("it is ready, in the middle of its work");
			}
		}
	}

	private void admit(long pixels) throws InterruptedException, WorkerDiedException {
		if (this.share != null) {
			throw nonsense("it asks twice");
		}
		this.watch.close();
		this.share = this.budget.acquire(pixels);
		this.watch = this.watchdog.watch(this.worker);
		this.worker.admit();
	}

	private void take(Rendition rendition, Order order, Tray tray, Set<String> taken)
			throws IOException, WorkerDiedException {
		if (!order.sizes().contains(rendition.size())) {
			throw nonsense("it made a copy that nobody has ordered");
		}
		if (taken.add(rendition.size().label() + '.' + rendition.format().extension())) {
			tray.take(rendition);
		}
	}

	private WorkerDiedException nonsense(String what) {
		this.worker.kill();
		return new WorkerDiedException(Death.NONSENSE, "Worker " + this.worker.pid() + " makes no sense: " + what);
	}

	@Override
	public void close() {
		this.watch.close();
		if (this.share != null) {
			this.share.close();
		}
	}

}
