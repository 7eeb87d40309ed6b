package io.safelight.imaging.rendition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import io.safelight.imaging.darkroom.Darkroom;
import io.safelight.imaging.darkroom.Development;
import io.safelight.imaging.darkroom.Order;
import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.Rendition;
import io.safelight.imaging.render.RenditionSize;
import io.safelight.imaging.render.UnusablePhotoException;
import io.safelight.imaging.render.UnusablePhotoException.Reason;

/**
 * Fetches an original once, has all its copies made of one decoding, and stores each as
 * soon as it is finished. Thread-safe.
 */
public final class MakingCopies {

	private final PhotoObjects objects;

	private final Darkroom darkroom;

	private final Carriers carriers;

	private final FairTurns turns;

	private final boolean webp;

	private final Coalescing<Work, Copies> coalescing = new Coalescing<>();

	/**
	 * Creates it.
	 * @param webp whether public copies are made as WebP too
	 */
	public MakingCopies(PhotoObjects objects, Darkroom darkroom, Carriers carriers, FairTurns turns, boolean webp) {
		this.webp = webp;
		this.objects = objects;
		this.darkroom = darkroom;
		this.carriers = carriers;
		this.turns = turns;
	}

	/**
	 * Makes copies, or waits for those who make the very same ones.
	 * @param kinds which sets to make
	 * @param contributor whose photograph it is, to be fair to others
	 * @throws UnusablePhotoException if the original is at fault
	 * @throws OriginalMissingException if it is not there
	 * @throws IOException if something else is
	 */
	Copies make(GenerateRenditions command, Set<RenditionKind> kinds, String contributor) throws Exception {
		Work work = new Work(command.photoId(), command.source(), Set.copyOf(kinds));
		return this.coalescing.once(work, () -> inTurn(contributor, () -> make(work)));
	}

	private Copies inTurn(String contributor, Callable<Copies> work) throws Exception {
		try (FairTurns.Turn _ = this.turns.take(contributor)) {
			return work.call();
		}
	}

	private Copies make(Work work) throws Exception {
		try (Original original = this.objects.fetch(work.source())) {
			if (!original.sha256().equals(work.source().sha256())) {
				throw new UnusablePhotoException(Reason.DAMAGED,
						"The stored original is not the file that was uploaded: its checksum differs.");
			}
			return develop(work, original);
		}
	}

	/** Nothing is left to be stored when this ends, however it ends. */
	private Copies develop(Work work, Original original) throws Exception {
		List<Future<StoredRendition>> stored = new ArrayList<>();
		try (ExecutorService uploads = this.carriers.hire()) {
			Development development = this.darkroom.develop(original, work.order(this.webp),
					(copy) -> stored.add(uploads.submit(() -> store(work, copy))));
			return new Copies(all(stored), RenditionSet.Look.of(development));
		}
	}

	private StoredRendition store(Work work, Rendition copy) {
		return this.objects.store(work.photoId(), RenditionKind.of(copy.size()), work.source().sha256(), copy);
	}

	private static List<StoredRendition> all(List<Future<StoredRendition>> futures) throws Exception {
		List<StoredRendition> all = new ArrayList<>();
		for (Future<StoredRendition> future : futures) {
			try {
				all.add(future.get());
			}
			catch (ExecutionException ex) {
				throw (ex.getCause() instanceof Exception cause) ? cause : ex;
			}
		}
		return all;
	}

	/** What is to be made of what. */
	private record Work(String photoId, GenerateRenditions.Source source, Set<RenditionKind> kinds) {

		Order order(boolean webp) {
			List<RenditionSize> sizes = this.kinds.stream().sorted().flatMap((kind) -> kind.sizes().stream()).toList();
			return new Order(this.photoId, sizes, webp);
		}

	}

}
