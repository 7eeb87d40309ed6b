package io.safelight.imaging.render.plane;

/**
 * Copies planes of the same size, mirrored and turned as need be.
 */
final class PlaneCopier {

	/** Rows and columns that are worked on together: both ends then stay in the cache. */
	private static final int TILE = 64;

	private PlaneCopier() {
	}

	static void copy(Plane from, Plane to, Turn turn) {
		if (turn.exchanged()) {
			copyTurned(from, to, turn);
		}
		else {
			copyRows(from, to, turn);
		}
	}

	private static void copyRows(Plane from, Plane to, Turn turn) {
		byte[] row = new byte[from.width()];
		for (int y = 0; y < from.height(); y++) {
			from.readRow(0, y, row, 0, row.length);
			if (turn.mirroredAcross()) {
				mirror(row);
			}
			to.writeRow(0, turn.mirroredDown() ? from.height() - 1 - y : y, row, 0, row.length);
		}
	}

	private static void mirror(byte[] row) {
		for (int x = 0, end = row.length - 1; x < end; x++, end--) {
			byte left = row[x];
			row[x] = row[end];
			row[end] = left;
		}
	}

	/** Rows become columns: tile by tile. */
	private static void copyTurned(Plane from, Plane to, Turn turn) {
		byte[] rows = new byte[TILE * from.width()];
		byte[] turned = new byte[TILE];
		for (int top = 0; top < from.height(); top += TILE) {
			int count = Math.min(TILE, from.height() - top);
			for (int i = 0; i < count; i++) {
				int y = turn.mirroredDown() ? top + count - 1 - i : top + i;
				from.readRow(0, y, rows, i * from.width(), from.width());
			}
			int left = turn.mirroredDown() ? from.height() - top - count : top;
			for (int x = 0; x < from.width(); x++) {
				for (int i = 0, at = x; i < count; i++, at += from.width()) {
					turned[i] = rows[at];
				}
				to.writeRow(left, turn.mirroredAcross() ? from.width() - 1 - x : x, turned, 0, count);
			}
		}
	}

}
