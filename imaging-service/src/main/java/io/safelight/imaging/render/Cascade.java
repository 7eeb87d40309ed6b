package io.safelight.imaging.render;

import java.lang.foreign.SegmentAllocator;
import java.util.ArrayList;
import java.util.List;

import io.safelight.imaging.render.plane.Picture;
import io.safelight.imaging.render.plane.PictureResizer;
import io.safelight.imaging.render.plane.Turn;

/**
 * Smaller and smaller copies of one picture. Each is made of the smallest one at hand
 * that has enough to spare: what the filter dulls near the limit of what a picture can
 * show must lie beyond the limit of its copy. Every size is computed from the original's
 * own dimensions, so that rounding does not add up. To be used by one thread.
 */
final class Cascade {

	/** How much longer a picture must be than the copy made of it. */
	private static final double ENOUGH = 2;

	private final SegmentAllocator memory;

	private final PictureResizer resizer;

	private final Picture stored;

	private final Turn turn;

	private final int width;

	private final int height;

	/** Copies made so far, upright. */
	private final List<Picture> made = new ArrayList<>();

	Cascade(SegmentAllocator memory, PictureResizer resizer, Picture stored, Turn turn) {
		this.memory = memory;
		this.resizer = resizer;
		this.stored = stored;
		this.turn = turn;
		this.width = turn.exchanged() ? stored.height() : stored.width();
		this.height = turn.exchanged() ? stored.width() : stored.height();
	}

	/** Pixels of the original, upright. */
	int width() {
		return this.width;
	}

	/** Pixels of the original, upright. */
	int height() {
		return this.height;
	}

	/**
	 * A copy of at most so many pixels a side, upright, with chroma for each four pixels.
	 */
	Picture copy(int longestSide) {
		double scale = Math.min(1, (double) longestSide / this.stored.longestSide());
		int columns = scaled(this.width, scale);
		int rows = scaled(this.height, scale);
		for (Picture before : this.made) {
			if (before.width() == columns && before.height() == rows) {
				return before;
			}
		}
		Picture copy = make(columns, rows);
		this.made.add(copy);
		return copy;
	}

	private Picture make(int columns, int rows) {
		if (columns == this.width && rows == this.height) {
			return this.resizer.upright(this.memory, this.stored, this.turn);
		}
		Picture source = this.stored;
		for (Picture candidate : this.made) {
			boolean enough = candidate.longestSide() >= ENOUGH * Math.max(columns, rows);
			if (enough && candidate.longestSide() <= source.longestSide()) {
				source = candidate;
			}
		}
		boolean original = source == this.stored;
		return this.resizer.resize(this.memory, source, columns, rows, original ? this.turn : Turn.NONE);
	}

	private static int scaled(int side, double scale) {
		return Math.max(1, (int) Math.round(side * scale));
	}

}
