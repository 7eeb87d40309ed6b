package io.safelight.imaging.render;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.safelight.imaging.render.jpeg.JpegSettings;

/**
 * The copies that are made of a photograph.
 */
public enum RenditionSize {

	/** A thumbnail in lists of results. */
	W320(320, 80, Purpose.PUBLIC),
	/** A card or the preview on a small screen. */
	W800(800, 82, Purpose.PUBLIC),
	/** The page of the photograph. */
	W1600(1600, 85, Purpose.PUBLIC),
	/** The small size for sale. */
	P1000(1000, 92, Purpose.SALE),
	/** The medium size for sale. */
	P2500(2500, 92, Purpose.SALE),
	/** All the pixels of the original, for sale. */
	FULL(Integer.MAX_VALUE, 94, Purpose.SALE);

	/** The public sizes, smallest first. */
	public static final List<RenditionSize> PUBLIC = of(Purpose.PUBLIC);

	/** The sizes for sale, smallest first. */
	public static final List<RenditionSize> SALE = of(Purpose.SALE);

	private final int longestSide;

	private final int quality;

	private final Purpose purpose;

	RenditionSize(int longestSide, int quality, Purpose purpose) {
		this.longestSide = longestSide;
		this.quality = quality;
		this.purpose = purpose;
	}

	/** Pixels along the longest side, if the original has as many. */
	public int longestSide() {
		return this.longestSide;
	}

	/** How its file is written: what is shown can be seen before all of it has come. */
	JpegSettings jpeg() {
		return isPublic() ? JpegSettings.progressive(this.quality) : JpegSettings.baseline(this.quality);
	}

	/** The name in keys, addresses and messages, such as {@code w320}. */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether everybody may see it; then it bears the watermark. */
	public boolean isPublic() {
		return this.purpose == Purpose.PUBLIC;
	}

	/**
	 * Whether a photograph has this size: nothing is ever enlarged. {@link #FULL} and the
	 * smallest public size always exist, the latter so that each photograph can be shown.
	 */
	boolean existsFor(int originalLongestSide) {
		return this == FULL || this == W320 || this.longestSide <= originalLongestSide;
	}

	private static List<RenditionSize> of(Purpose purpose) {
		return Arrays.stream(values())
			.filter((size) -> size.purpose == purpose)
			.sorted(Comparator.comparingInt(RenditionSize::longestSide))
			.toList();
	}

	private enum Purpose {

		PUBLIC, SALE

	}

}
