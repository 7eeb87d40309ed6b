package io.safelight.search.colour;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The colours of a picture, with their shares.
 *
 * @param colours the colours
 */
public record Palette(List<Share> colours) {

	private static final double SCALE = 100;

	private static final double WEIGHT_SCALE = 10_000;

	private static final int BYTES = 4 * Short.BYTES;

	public Palette {
		colours = List.copyOf(colours);
	}

	/** Eight bytes for each colour: hundredths of L*, a* and b*, and the share. */
	public byte[] bytes() {
		ByteBuffer bytes = ByteBuffer.allocate(this.colours.size() * BYTES);
		for (Share share : this.colours) {
			bytes.putShort((short) Math.round(share.colour().l() * SCALE))
				.putShort((short) Math.round(share.colour().a() * SCALE))
				.putShort((short) Math.round(share.colour().b() * SCALE))
				.putShort((short) Math.round(Math.clamp(share.weight(), 0.0, 1.0) * WEIGHT_SCALE));
		}
		return bytes.array();
	}

	public static Palette read(byte[] array, int offset, int length) {
		ByteBuffer bytes = ByteBuffer.wrap(array, offset, length);
		List<Share> colours = new ArrayList<>();
		while (bytes.remaining() >= BYTES) {
			Lab colour = new Lab(bytes.getShort() / SCALE, bytes.getShort() / SCALE, bytes.getShort() / SCALE);
			colours.add(new Share(colour, bytes.getShort() / WEIGHT_SCALE));
		}
		return new Palette(colours);
	}

	/**
	 * A colour and how much of the picture has it.
	 *
	 * @param colour the colour
	 * @param weight 0 to 1
	 */
	public record Share(Lab colour, double weight) {
	}

}
