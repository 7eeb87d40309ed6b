package io.safelight.search.colour;

import java.util.ArrayList;
import java.util.List;

/**
 * L*a*b* cut into cubes, so that an index finds the pictures that may have a colour
 * without looking at all of them. A cube is near a colour if its middle is within reach
 * and a margin; the margin is wider than any colour of a cube is from its middle.
 */
public final class ColourCells {

	private static final int SIDE = 8;

	/**
	 * Half the cube's diagonal is 6.9; CIEDE2000 stretches it up to half as much again.
	 */
	private static final double MARGIN = 12;

	private static final List<Cell> ALL = all();

	private ColourCells() {
	}

	/** The name of the cube with this colour. */
	public static String cellOf(Lab colour) {
		return name(index(colour.l()), index(colour.a()), index(colour.b()));
	}

	/** The names of all cubes that may have a colour within {@link ColourMatch#REACH}. */
	public static List<String> near(Lab colour) {
		return ALL.stream()
			.filter((cell) -> Ciede2000.distance(cell.middle(), colour) <= ColourMatch.REACH + MARGIN)
			.map(Cell::name)
			.toList();
	}

	private static int index(double value) {
		return (int) Math.floor(value / SIDE);
	}

	private static String name(int l, int a, int b) {
		return l + "/" + a + "/" + b;
	}

	/** All cubes that sRGB reaches: a* from -87 to 99, b* from -108 to 95. */
	private static List<Cell> all() {
		List<Cell> cells = new ArrayList<>();
		for (int l = 0; l <= index(100); l++) {
			for (int a = index(-90); a <= index(100); a++) {
				for (int b = index(-110); b <= index(98); b++) {
					cells.add(new Cell(name(l, a, b), new Lab(middle(l), middle(a), middle(b))));
				}
			}
		}
		return List.copyOf(cells);
	}

	private static double middle(int index) {
		return (index + 0.5) * SIDE;
	}

	private record Cell(String name, Lab middle) {
	}

}
