package io.safelight.imaging.darkroom;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import io.safelight.imaging.darkroom.Frame.Done;
import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.UnusablePhotoException;
import io.safelight.imaging.render.UnusablePhotoException.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One photograph on its way through one worker, or two. {@link #abandon} may come from
 * any thread, all else from one.
 */
final class Errand {

	private static final Logger log = LoggerFactory.getLogger(Errand.class);

	/** The workers that a photograph may be the death of. */
	private static final int LIVES = 2;

	private final Original original;

	private final Order order;

	private final Tray tray;

	private final Attempt attempt;

	private final Set<String> taken = new HashSet<>();

	private volatile boolean abandoned;

	private volatile @Nullable WorkerProcess worker;

	Errand(Original original, Order order, Tray tray, Attempt attempt) {
		this.original = original;
		this.order = order;
		this.tray = tray;
		this.attempt = attempt;
	}

	Development run() throws UnusablePhotoException, IOException, InterruptedException {
		for (int life = 1;; life++) {
			try {
				return this.attempt.make(this);
			}
			catch (WorkerDiedException ex) {
				if (this.abandoned) {
					throw new InterruptedException("Nobody waits for this photo any more");
				}
				log.warn("{} (photo {} of {} bytes, try {} of {})", ex.getMessage(), this.order.seed(),
						this.original.length(), life, LIVES);
				if (life == LIVES) {
					throw refusal(ex);
				}
			}
		}
	}

	private static UnusablePhotoException refusal(WorkerDiedException ex) {
		return switch (ex.death()) {
			case DEADLINE -> new UnusablePhotoException(Reason.UNPROCESSABLE,
					"The picture takes too long to be decoded. Export it anew.", ex);
			case MEMORY -> new UnusablePhotoException(Reason.UNPROCESSABLE,
					"The picture needs too much memory to be decoded. Export it anew, as a baseline JPEG.", ex);
			case CRASH, NONSENSE -> new UnusablePhotoException(Reason.UNPROCESSABLE,
					"The picture cannot be decoded safely. Export it anew.", ex);
		};
	}

	void isWith(WorkerProcess busy) {
		this.worker = busy;
		if (this.abandoned) {
			busy.kill();
		}
	}

	Done talk(Conversation conversation)
			throws WorkerDiedException, UnusablePhotoException, IOException, InterruptedException {
		return conversation.talk(this.original, this.order, this.tray, this.taken);
	}

	/** Nobody waits for it any more. */
	void abandon() {
		this.abandoned = true;
		WorkerProcess busy = this.worker;
		if (busy != null) {
			busy.kill();
		}
	}

	/** One worker's try at an errand. */
	@FunctionalInterface
	interface Attempt {

		Development make(Errand errand)
				throws WorkerDiedException, UnusablePhotoException, IOException, InterruptedException;

	}

}
