package io.safelight.imaging.render.plane;

import java.lang.foreign.SegmentAllocator;

/**
 * Makes pictures of pictures. Thread-safe.
 */
public final class PictureResizer {

	private final boolean vectors;

	/**
	 * Creates a resizer.
	 * @param vectors whether to use the processor's vectors; see {@link #vectorsAtHand()}
	 */
	public PictureResizer(boolean vectors) {
		this.vectors = vectors;
	}

	/**
	 * Whether vectors can be used: the module {@code jdk.incubator.vector} is there, the
	 * registers are long enough, and {@code -Dsafelight.imaging.vector=false} is not
	 * said.
	 */
	public static boolean vectorsAtHand() {
		return Boolean.parseBoolean(System.getProperty("safelight.imaging.vector", "true"))
				&& ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && VectorKernels.fit();
	}

	/**
	 * A smaller copy standing upright, with chroma for each four pixels.
	 * @param from the picture as stored
	 * @param width pixels of the copy, upright
	 * @param height pixels of the copy, upright
	 */
	public Picture resize(SegmentAllocator memory, Picture from, int width, int height, Turn turn) {
		return resize(from, from.allocateLike(memory, width, height), turn, Filter.LANCZOS);
	}

	/**
	 * A picture of the same size, standing upright, with chroma for each four pixels. It
	 * shares those planes that are so already.
	 */
	public Picture upright(SegmentAllocator memory, Picture from, Turn turn) {
		if (turn.equals(Turn.NONE)) {
			return withChromaHalved(memory, from);
		}
		int width = turn.exchanged() ? from.height() : from.width();
		int height = turn.exchanged() ? from.width() : from.height();
		return resize(from, from.allocateLike(memory, width, height), turn, Filter.AREA);
	}

	private Picture withChromaHalved(SegmentAllocator memory, Picture from) {
		if (from.isGrey() || from.sampling().equals(Sampling.QUARTER)) {
			return from;
		}
		Picture halved = Picture.sharing(from.luma(), Sampling.QUARTER, memory);
		resizePlanes(from, halved, Turn.NONE, Filter.AREA, 1);
		return halved;
	}

	private Picture resize(Picture from, Picture to, Turn turn, Filter filter) {
		resizePlanes(from, to, turn, filter, 0);
		return to;
	}

	private void resizePlanes(Picture from, Picture to, Turn turn, Filter filter, int first) {
		Kernels kernels = this.vectors ? new VectorKernels() : new ScalarKernels();
		for (int i = first; i < from.planes().size(); i++) {
			Sampling before = (i == 0) ? Sampling.FULL : from.sampling();
			Sampling after = (i == 0) ? Sampling.FULL : to.sampling();
			int width = turn.exchanged() ? to.height() : to.width();
			int height = turn.exchanged() ? to.width() : to.height();
			Axis across = Axis.of(from.width(), before.across(), width, after.across(), turn.mirroredAcross(), filter);
			Axis down = Axis.of(from.height(), before.down(), height, after.down(), turn.mirroredDown(), filter);
			Plane source = from.planes().get(i);
			Plane target = to.planes().get(i);
			if (across.isCopy() && down.isCopy()) {
				PlaneCopier.copy(source, target, turn);
			}
			else {
				new PlaneResizer(kernels, source, target, across, down, turn.exchanged()).run();
			}
		}
	}

}
