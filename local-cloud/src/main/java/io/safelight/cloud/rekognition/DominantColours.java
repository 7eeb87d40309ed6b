package io.safelight.cloud.rekognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Finds the colours that make up most of a picture: k-means in CIELAB, begun by k-means++
 * with a fixed seed, so that one picture has one answer.
 */
final class DominantColours {

	private static final long SEED = 7;

	private static final int ROUNDS = 30;

	// Nearer colours than this (CIE76) are one colour to the eye of somebody who
	// searches.
	private static final double MERGE_DISTANCE = 6;

	private final int[] pixels;

	private final Lab[] labs;

	private final int[] cluster;

	private DominantColours(int[] pixels) {
		this.pixels = pixels;
		this.labs = Arrays.stream(pixels).mapToObj(Lab::of).toArray(Lab[]::new);
		this.cluster = new int[pixels.length];
	}

	/**
	 * Finds the colours.
	 * @param picture a small picture; the time grows with its pixels
	 * @param maximum how many colours at most
	 * @return the colours, the most frequent first; their percentages add up to 100
	 */
	static List<Colour> of(Picture picture, int maximum) {
		return new DominantColours(picture.rgb()).find(maximum);
	}

	private List<Colour> find(int maximum) {
		List<Lab> centres = firstCentres(maximum);
		for (int round = 0; round < ROUNDS && assign(centres); round++) {
			centres = means(centres);
		}
		while (merge(centres)) {
			assign(centres);
			centres = means(centres);
		}
		assign(centres);
		return colours(centres.size());
	}

	private List<Lab> firstCentres(int maximum) {
		Random random = new Random(SEED);
		List<Lab> centres = new ArrayList<>();
		centres.add(this.labs[random.nextInt(this.labs.length)]);
		double[] distances = new double[this.labs.length];
		Arrays.fill(distances, Double.MAX_VALUE);
		while (centres.size() < maximum) {
			double sum = update(distances, centres.getLast());
			if (sum <= 0) {
				break;
			}
			centres.add(this.labs[draw(distances, random.nextDouble() * sum)]);
		}
		return centres;
	}

	private double update(double[] distances, Lab newest) {
		double sum = 0;
		for (int i = 0; i < distances.length; i++) {
			distances[i] = Math.min(distances[i], this.labs[i].squaredDistance(newest));
			sum += distances[i];
		}
		return sum;
	}

	private static int draw(double[] weights, double target) {
		double sum = 0;
		int last = 0;
		for (int i = 0; i < weights.length; i++) {
			if (weights[i] > 0) {
				last = i;
				sum += weights[i];
				if (sum > target) {
					break;
				}
			}
		}
		return last;
	}

	private boolean assign(List<Lab> centres) {
		boolean changed = false;
		for (int i = 0; i < this.labs.length; i++) {
			int nearest = nearest(this.labs[i], centres);
			changed |= nearest != this.cluster[i];
			this.cluster[i] = nearest;
		}
		return changed;
	}

	private static int nearest(Lab colour, List<Lab> centres) {
		int nearest = 0;
		double best = Double.MAX_VALUE;
		for (int i = 0; i < centres.size(); i++) {
			double distance = colour.squaredDistance(centres.get(i));
			if (distance < best) {
				best = distance;
				nearest = i;
			}
		}
		return nearest;
	}

	private List<Lab> means(List<Lab> before) {
		double[][] sums = new double[before.size()][4];
		for (int i = 0; i < this.labs.length; i++) {
			double[] sum = sums[this.cluster[i]];
			sum[0] += this.labs[i].lightness();
			sum[1] += this.labs[i].a();
			sum[2] += this.labs[i].b();
			sum[3]++;
		}
		List<Lab> means = new ArrayList<>();
		for (int i = 0; i < sums.length; i++) {
			double[] sum = sums[i];
			means.add((sum[3] == 0) ? before.get(i) : new Lab(sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]));
		}
		return means;
	}

	private static boolean merge(List<Lab> centres) {
		for (int i = 0; i < centres.size(); i++) {
			for (int j = i + 1; j < centres.size(); j++) {
				if (centres.get(i).squaredDistance(centres.get(j)) < MERGE_DISTANCE * MERGE_DISTANCE) {
					centres.remove(j);
					return true;
				}
			}
		}
		return false;
	}

	private List<Colour> colours(int clusters) {
		long[][] sums = new long[clusters][4];
		for (int i = 0; i < this.pixels.length; i++) {
			long[] sum = sums[this.cluster[i]];
			sum[0] += this.pixels[i] >> 16 & 0xFF;
			sum[1] += this.pixels[i] >> 8 & 0xFF;
			sum[2] += this.pixels[i] & 0xFF;
			sum[3]++;
		}
		return Arrays.stream(sums)
			.filter((sum) -> sum[3] > 0)
			.map((sum) -> new Colour(mean(sum), 100.0 * sum[3] / this.pixels.length))
			.sorted(Comparator.comparingDouble(Colour::percent).reversed())
			.toList();
	}

	private static int mean(long[] sum) {
		return mean(sum[0], sum[3]) << 16 | mean(sum[1], sum[3]) << 8 | mean(sum[2], sum[3]);
	}

	private static int mean(long sum, long count) {
		return (int) ((sum + count / 2) / count);
	}

}
