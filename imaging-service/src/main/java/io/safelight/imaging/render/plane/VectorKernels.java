package io.safelight.imaging.render.plane;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops in the processor's vectors. Loaded only where the module is present and
 * registers have 256 bits at least.
 */
final class VectorKernels implements Kernels {

	private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

	private static final int LANES = INTS.length();

	private static final VectorSpecies<Short> SHORTS = VectorSpecies.of(short.class,
			VectorShape.forBitSize(Math.max(64, INTS.vectorBitSize() / 2)));

	private static final VectorSpecies<Byte> BYTES = VectorSpecies.of(byte.class,
			VectorShape.forBitSize(Math.max(64, INTS.vectorBitSize() / 4)));

	private static final VectorSpecies<Short> SHORTS_OF_BYTES = ShortVector.SPECIES_PREFERRED;

	private static final VectorSpecies<Byte> HALF_BYTES = VectorSpecies.of(byte.class,
			VectorShape.forBitSize(Math.max(64, SHORTS_OF_BYTES.vectorBitSize() / 2)));

	/** Whether the processor's registers are long enough for this. */
	static boolean fit() {
		return LANES == 8 || LANES == 16;
	}

	@Override
	public void widen(byte[] from, short[] to, int at, int count) {
		int whole = SHORTS_OF_BYTES.loopBound(count);
		for (int x = 0; x < whole; x += HALF_BYTES.length()) {
			((ShortVector) ByteVector.fromArray(HALF_BYTES, from, x)
				.convertShape(VectorOperators.ZERO_EXTEND_B2S, SHORTS_OF_BYTES, 0)).intoArray(to, at + x);
		}
		for (int x = whole; x < count; x++) {
			to[at + x] = (short) (from[x] & 0xFF);
		}
	}

	@Override
	public void weighRows(short[] rows, int[] offsets, int[] weights, int at, int width, short[] to) {
		IntVector half = IntVector.broadcast(INTS, 1 << FIRST_SHIFT - 1);
		for (int x = 0; x < width; x += 4 * LANES) {
			IntVector one = half;
			IntVector two = half;
			IntVector three = half;
			IntVector four = half;
			for (int tap = 0; tap < offsets.length; tap++) {
				int from = offsets[tap] + x;
				int weight = weights[at + tap];
				one = one.add(ints(rows, from).mul(weight));
				two = two.add(ints(rows, from + LANES).mul(weight));
				three = three.add(ints(rows, from + 2 * LANES).mul(weight));
				four = four.add(ints(rows, from + 3 * LANES).mul(weight));
			}
			shorts(one).intoArray(to, x);
			shorts(two).intoArray(to, x + LANES);
			shorts(three).intoArray(to, x + 2 * LANES);
			shorts(four).intoArray(to, x + 3 * LANES);
		}
	}

	@Override
	public void weighColumns(short[] columns, Taps taps, byte[] to) {
		int count = taps.count();
		int[] starts = taps.starts();
		int[] weights = taps.weights();
		IntVector half = IntVector.broadcast(INTS, 1 << SECOND_SHIFT - 1);
		for (int i = 0; i < starts.length; i++) {
			for (int row = 0; row < ROWS; row += LANES) {
				IntVector sum = half;
				int from = starts[i] * ROWS + row;
				for (int tap = i * count; tap < (i + 1) * count; tap++, from += ROWS) {
					sum = sum.add(ints(columns, from).mul(weights[tap]));
				}
				tones(sum).intoArray(to, i * ROWS + row);
			}
		}
	}

	private static IntVector ints(short[] from, int at) {
		return (IntVector) ShortVector.fromArray(SHORTS, from, at).convertShape(VectorOperators.S2I, INTS, 0);
	}

	private static ShortVector shorts(IntVector sums) {
		return (ShortVector) sums.lanewise(VectorOperators.ASHR, FIRST_SHIFT)
			.convertShape(VectorOperators.I2S, SHORTS, 0);
	}

	private static ByteVector tones(IntVector sums) {
		return (ByteVector) sums.lanewise(VectorOperators.ASHR, SECOND_SHIFT)
			.max(0)
			.min(255)
			.convertShape(VectorOperators.I2B, BYTES, 0);
	}

}
