package io.safelight.imaging.render.plane;

import java.util.Arrays;

/**
 * The weights of one side in fixed point, worked out once: for each sample to make, where
 * the samples that count begin, and what each counts. The weights of each sample add up
 * to {@link #ONE}, so that a plain surface keeps its tone.
 *
 * @param count how many samples count, the same for all
 * @param starts the first that counts
 * @param weights count after count
 */
record Taps(int count, int[] starts, int[] weights) {

	/** Bits after the point. */
	static final int BITS = 14;

	static final int ONE = 1 << BITS;

	static Taps of(Axis axis) {
		double radius = Math.max(axis.scale(), 1) * axis.filter().radius();
		int count = Math.min(axis.from(), (int) Math.floor(2 * radius) + 2);
		int[] starts = new int[axis.to()];
		int[] weights = new int[axis.to() * count];
		for (int i = 0; i < axis.to(); i++) {
			// Where the middle of the sample to make falls, with 0 the middle of the
			// first.
			double middle = (i + 0.5) * axis.scale();
			double at = (axis.mirrored() ? axis.fromExtent() - middle : middle) - 0.5;
			int first = (int) Math.ceil(at - radius - 1e-9);
			starts[i] = Math.clamp(first, 0, axis.from() - count);
			weigh(axis, at, starts[i], weights, i * count, count);
		}
		return new Taps(count, starts, weights).trimmed(axis.from());
	}

	private static void weigh(Axis axis, double at, int start, int[] weights, int offset, int count) {
		double stretch = Math.max(axis.scale(), 1);
		double[] exact = new double[count];
		for (int tap = 0; tap < count; tap++) {
			exact[tap] = axis.filter().weight((start + tap - at) / stretch);
		}
		double sum = Arrays.stream(exact).sum();
		if (sum == 0) {
			exact[Math.clamp(Math.round(at) - start, 0, count - 1)] = sum = 1;
		}
		int largest = 0;
		int rest = ONE;
		for (int tap = 0; tap < count; tap++) {
			weights[offset + tap] = (int) Math.round(exact[tap] / sum * ONE);
			rest -= weights[offset + tap];
			largest = (exact[tap] > exact[largest]) ? tap : largest;
		}
		weights[offset + largest] += rest;
	}

	/** Leaves out what never counts: half the work where nothing is reduced. */
	private Taps trimmed(int from) {
		int most = 1;
		int[] firsts = new int[this.starts.length];
		for (int i = 0; i < this.starts.length; i++) {
			int first = 0;
			int last = this.count - 1;
			while (first < last && this.weights[i * this.count + first] == 0) {
				first++;
			}
			while (last > first && this.weights[i * this.count + last] == 0) {
				last--;
			}
			firsts[i] = first;
			most = Math.max(most, last - first + 1);
		}
		return (most == this.count) ? this : shortened(firsts, most, from);
	}

	private Taps shortened(int[] firsts, int most, int from) {
		int[] shortStarts = new int[this.starts.length];
		int[] shortWeights = new int[this.starts.length * most];
		for (int i = 0; i < this.starts.length; i++) {
			int skipped = Math.min(firsts[i], this.count - most);
			shortStarts[i] = Math.min(this.starts[i] + skipped, from - most);
			System.arraycopy(this.weights, i * this.count + skipped, shortWeights, i * most, most);
		}
		return new Taps(most, shortStarts, shortWeights);
	}

}
