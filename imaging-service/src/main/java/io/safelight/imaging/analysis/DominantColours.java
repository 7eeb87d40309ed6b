package io.safelight.imaging.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The colours a picture is made of: k-means in CIELAB. The first centre is the mean and
 * each further one the pixel farthest from those chosen, so there is no chance in it and
 * a small but striking spot of colour is not lost.
 */
final class DominantColours {

	private static final int MOST = 6;

	private static final int ROUNDS = 12;

	/** Centres closer than this CIE76 distance are one colour to the eye. */
	private static final double SAME = 10;

	private static final double LEAST_WEIGHT = 0.01;

	private final CieLab[] pixels;

	private final List<CieLab> centres = new ArrayList<>();

	private DominantColours(int[] rgb) {
		this.pixels = Arrays.stream(rgb).mapToObj(CieLab::ofRgb).toArray(CieLab[]::new);
	}

	/**
	 * Finds the colours.
	 * @param rgb all pixels, as {@code 0xRRGGBB}
	 * @return one to six colours, the most present first; weights add up to 1 but for
	 * rounding, traces being left out
	 */
	static List<WeightedColour> of(int[] rgb) {
		DominantColours colours = new DominantColours(rgb);
		colours.chooseCentres();
		for (int i = 0; i < ROUNDS; i++) {
			colours.moveCentres();
		}
		return colours.weigh();
	}

	private void chooseCentres() {
		this.centres.add(mean(Arrays.asList(this.pixels)));
		double[] distances = new double[this.pixels.length];
		Arrays.fill(distances, Double.MAX_VALUE);
		while (this.centres.size() < MOST) {
			int farthest = 0;
			for (int i = 0; i < this.pixels.length; i++) {
				distances[i] = Math.min(distances[i], this.pixels[i].squaredDistance(this.centres.getLast()));
				farthest = (distances[i] > distances[farthest]) ? i : farthest;
			}
			if (distances[farthest] < SAME * SAME) {
				return;
			}
			this.centres.add(this.pixels[farthest]);
		}
	}

	private void moveCentres() {
		List<List<CieLab>> members = members();
		this.centres.clear();
		members.stream().filter((group) -> !group.isEmpty()).map(DominantColours::mean).forEach(this.centres::add);
	}

	private List<List<CieLab>> members() {
		List<List<CieLab>> members = new ArrayList<>();
		this.centres.forEach((centre) -> members.add(new ArrayList<>()));
		for (CieLab pixel : this.pixels) {
			members.get(nearest(pixel)).add(pixel);
		}
		return members;
	}

	private int nearest(CieLab pixel) {
		int nearest = 0;
		double best = Double.MAX_VALUE;
		for (int i = 0; i < this.centres.size(); i++) {
			double distance = pixel.squaredDistance(this.centres.get(i));
			if (distance < best) {
				best = distance;
				nearest = i;
			}
		}
		return nearest;
	}

	private List<WeightedColour> weigh() {
		List<List<CieLab>> groups = mergeAlike(members()).stream()
			.filter((group) -> group.size() >= LEAST_WEIGHT * this.pixels.length)
			.toList();
		int all = groups.stream().mapToInt(List::size).sum();
		return groups.stream()
			.map((group) -> new WeightedColour(mean(group).hex(), rounded((double) group.size() / all)))
			.sorted(Comparator.comparingDouble(WeightedColour::weight).reversed().thenComparing(WeightedColour::hex))
			.toList();
	}

	private static List<List<CieLab>> mergeAlike(List<List<CieLab>> groups) {
		List<List<CieLab>> merged = new ArrayList<>();
		for (List<CieLab> group : groups) {
			if (!group.isEmpty()) {
				merged.stream()
					.filter((other) -> mean(other).squaredDistance(mean(group)) < SAME * SAME)
					.findFirst()
					.ifPresentOrElse((alike) -> alike.addAll(group), () -> merged.add(new ArrayList<>(group)));
			}
		}
		return merged;
	}

	private static double rounded(double weight) {
		return Math.round(10_000 * weight) / 10_000.0;
	}

	private static CieLab mean(List<CieLab> colours) {
		double l = 0;
		double a = 0;
		double b = 0;
		for (CieLab colour : colours) {
			l += colour.l();
			a += colour.a();
			b += colour.b();
		}
		return new CieLab(l / colours.size(), a / colours.size(), b / colours.size());
	}

}
