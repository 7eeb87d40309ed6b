package io.safelight.imaging.render.plane;

import java.awt.image.BufferedImage;
import java.lang.foreign.SegmentAllocator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A picture in luma and chroma (ITU-R BT.601, all 256 tones, as JFIF has it). A sample of
 * chroma lies in the middle of the pixels that it stands for. The true size is kept in
 * pixels: with an odd size, the last sample of chroma stands for fewer pixels than the
 * others, and whoever resizes it must know. To be used by one thread at a time.
 */
public final class Picture {

	private final int width;

	private final int height;

	private final Sampling sampling;

	private final Plane luma;

	private final @Nullable Plane blue;

	private final @Nullable Plane red;

	private Picture(int width, int height, Sampling sampling, Plane luma, @Nullable Plane blue, @Nullable Plane red) {
		this.width = width;
		this.height = height;
		this.sampling = sampling;
		this.luma = luma;
		this.blue = blue;
		this.red = red;
	}

	/** A picture of unspecified content. */
	public static Picture allocate(SegmentAllocator memory, int width, int height, Sampling sampling) {
		return allocate(memory, memory, width, height, sampling);
	}

	/**
	 * A picture of unspecified content.
	 * @param passing where chroma is put that has yet to be halved
	 */
	public static Picture allocate(SegmentAllocator memory, SegmentAllocator passing, int width, int height,
			Sampling sampling) {
		SegmentAllocator chroma = sampling.equals(Sampling.QUARTER) ? memory : passing;
		return sharing(Plane.allocate(memory, width, height), sampling, chroma);
	}

	/** A picture of a luma that is there and chroma of unspecified content. */
	static Picture sharing(Plane luma, Sampling sampling, SegmentAllocator memory) {
		int columns = sampling.columns(luma.width());
		int rows = sampling.rows(luma.height());
		return new Picture(luma.width(), luma.height(), sampling, luma, Plane.allocate(memory, columns, rows),
				Plane.allocate(memory, columns, rows));
	}

	/** A picture of unspecified content and without colour. */
	public static Picture allocateGrey(SegmentAllocator memory, int width, int height) {
		return new Picture(width, height, Sampling.FULL, Plane.allocate(memory, width, height), null, null);
	}

	/** A picture of the same kind, grey or coloured, with chroma for each four pixels. */
	public Picture allocateLike(SegmentAllocator memory, int otherWidth, int otherHeight) {
		return isGrey() ? allocateGrey(memory, otherWidth, otherHeight)
				: allocate(memory, otherWidth, otherHeight, Sampling.QUARTER);
	}

	/** Pixels in a row. */
	public int width() {
		return this.width;
	}

	/** Rows of pixels. */
	public int height() {
		return this.height;
	}

	public int longestSide() {
		return Math.max(this.width, this.height);
	}

	public Sampling sampling() {
		return this.sampling;
	}

	public boolean isGrey() {
		return this.blue == null;
	}

	public Plane luma() {
		return this.luma;
	}

	/** The two planes of chroma, blue first; none if the picture is grey. */
	public List<Plane> chroma() {
		return (this.blue != null && this.red != null) ? List.of(this.blue, this.red) : List.of();
	}

	/** Luma and then chroma. */
	public List<Plane> planes() {
		return (this.blue != null && this.red != null) ? List.of(this.luma, this.blue, this.red) : List.of(this.luma);
	}

	/** A copy of all of it. */
	public Picture copy(SegmentAllocator memory) {
		return middle(memory, Integer.MAX_VALUE);
	}

	/**
	 * A copy of the middle.
	 * @param side the most pixels a side
	 */
	public Picture middle(SegmentAllocator memory, int side) {
		int cropWidth = Math.min(this.width, side);
		int cropHeight = Math.min(this.height, side);
		int left = (this.width - cropWidth) / 2 / this.sampling.across() * this.sampling.across();
		int top = (this.height - cropHeight) / 2 / this.sampling.down() * this.sampling.down();
		Plane cropped = this.luma.crop(memory, left, top, cropWidth, cropHeight);
		if (this.blue == null || this.red == null) {
			return new Picture(cropWidth, cropHeight, this.sampling, cropped, null, null);
		}
		int x = left / this.sampling.across();
		int y = top / this.sampling.down();
		int columns = this.sampling.columns(cropWidth);
		int rows = this.sampling.rows(cropHeight);
		return new Picture(cropWidth, cropHeight, this.sampling, cropped, this.blue.crop(memory, x, y, columns, rows),
				this.red.crop(memory, x, y, columns, rows));
	}

	/** Opaque sRGB, {@link BufferedImage#TYPE_3BYTE_BGR}. */
	public BufferedImage toImage() {
		return RgbPixels.of(this);
	}

}
