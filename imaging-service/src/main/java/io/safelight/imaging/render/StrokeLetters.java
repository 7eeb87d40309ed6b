package io.safelight.imaging.render;

import java.awt.geom.Path2D;
import java.util.Map;

/**
 * Capital letters as strokes of a pen on a grid four wide and six high, y downwards.
 */
final class StrokeLetters {

	private static final double GAP = 3.4;

	/** Strokes are separated by bars, points by blanks. */
	private static final Map<Character, String> STROKES = Map.of( //
			'S', "4,.6 3,0 1,0 0,1 0,2 1,3 3,3 4,4 4,5 3,6 1,6 0,5.4", //
			'A', "0,6 2,0 4,6|.8,4 3.2,4", //
			'F', "0,6 0,0 4,0|0,3 3,3", //
			'E', "4,0 0,0 0,6 4,6|0,3 3,3", //
			'L', "0,0 0,6 4,6", //
			'I', "0,0 0,6", //
			'G', "4,1 3,0 1,0 0,1 0,5 1,6 3,6 4,5 4,3 2.5,3", //
			'H', "0,0 0,6|4,0 4,6|0,3 4,3", //
			'T', "0,0 4,0|2,0 2,6");

	private StrokeLetters() {
	}

	/**
	 * The strokes of a word; to be drawn, not filled.
	 * @throws IllegalArgumentException if a letter is not known
	 */
	static Path2D word(String word) {
		Path2D path = new Path2D.Double();
		double left = 0;
		for (char letter : word.toCharArray()) {
			left += append(path, letter, left) + GAP;
		}
		return path;
	}

	private static double append(Path2D path, char letter, double left) {
		String strokes = STROKES.get(letter);
		if (strokes == null) {
			throw new IllegalArgumentException("There is no drawing of the letter '" + letter + "'");
		}
		double width = 0;
		for (String stroke : strokes.split("\\|")) {
			boolean penDown = false;
			for (String point : stroke.split(" ")) {
				String[] xy = point.split(",");
				double x = Double.parseDouble(xy[0]);
				width = Math.max(width, x);
				add(path, left + x, Double.parseDouble(xy[1]), penDown);
				penDown = true;
			}
		}
		return width;
	}

	private static void add(Path2D path, double x, double y, boolean penDown) {
		if (penDown) {
			path.lineTo(x, y);
		}
		else {
			path.moveTo(x, y);
		}
	}

}
