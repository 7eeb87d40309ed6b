package io.safelight.imaging.render.webp;

import java.lang.foreign.SegmentAllocator;

import io.safelight.imaging.render.plane.Picture;
import io.safelight.imaging.render.plane.Plane;
import io.safelight.imaging.render.plane.RgbPixels;
import io.safelight.imaging.render.plane.Sampling;

/**
 * A picture as WebP keeps it: chroma for each four pixels, luma between 16 and 235, the
 * rest between 16 and 240 (RFC 6386, §9.2, after ITU-R BT.601), where JPEG uses all 256
 * values.
 *
 * @param luma a copy of the picture's
 * @param blue a copy of the picture's
 * @param red a copy of the picture's
 */
record StudioRange(Plane luma, Plane blue, Plane red) {

	private static final byte[] LUMA = table(16, 219.0 / 255, 0);

	private static final byte[] CHROMA = table(128, 224.0 / 255, 128);

	static StudioRange of(SegmentAllocator memory, Picture picture) {
		boolean fits = picture.isGrey() || picture.sampling().equals(Sampling.QUARTER);
		Picture copy = fits ? picture.copy(memory) : RgbPixels.toPicture(memory, picture.toImage());
		copy.luma().map(LUMA);
		if (copy.isGrey()) {
			int columns = Sampling.QUARTER.columns(picture.width());
			int rows = Sampling.QUARTER.rows(picture.height());
			return new StudioRange(copy.luma(), Plane.allocate(memory, columns, rows).fill(128),
					Plane.allocate(memory, columns, rows).fill(128));
		}
		copy.chroma().forEach((plane) -> plane.map(CHROMA));
		return new StudioRange(copy.luma(), copy.chroma().get(0), copy.chroma().get(1));
	}

	private static byte[] table(int offset, double factor, int middle) {
		byte[] table = new byte[256];
		for (int i = 0; i < 256; i++) {
			table[i] = (byte) Math.round(offset + factor * (i - middle));
		}
		return table;
	}

}
