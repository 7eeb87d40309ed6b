package io.safelight.imaging.render;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;

import org.jspecify.annotations.Nullable;

/**
 * Brings decoded pixels to sRGB by their ICC profile (ISO 15076-1) with the JDK's
 * LittleCMS. A profile that is broken or made for another kind of pixel is ignored, as
 * browsers do.
 */
final class SrgbConversion {

	private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);

	/** Rows converted at once, so that no second whole picture is needed. */
	private static final int STRIP = 256;

	/** Profiles whose colours differ by no more from sRGB, in 1/255, are taken for it. */
	private static final int SAME = 2;

	private SrgbConversion() {
	}

	/**
	 * Converts a decoded picture.
	 * @param decoded as it came from the decoder
	 * @param profile the embedded profile the decoder did not look at, null if none
	 * @return a picture of {@link Pixels#TYPE}; possibly the given one, changed in place
	 */
	static BufferedImage of(BufferedImage decoded, byte @Nullable [] profile) {
		ColorSpace space = decoded.getColorModel().getColorSpace();
		if (space instanceof ICC_ColorSpace own && !space.isCS_sRGB() && space.getType() != ColorSpace.TYPE_GRAY) {
			return convertTyped(decoded, own);
		}
		BufferedImage rgb = (decoded.getType() == Pixels.TYPE) ? decoded : Pixels.opaque(decoded);
		if (profile != null) {
			convertInPlace(rgb, profile);
		}
		return rgb;
	}

	/** The decoder has told the colour space: CMYK or a profiled TIFF. */
	private static BufferedImage convertTyped(BufferedImage decoded, ICC_ColorSpace space) {
		if (decoded.getColorModel().hasAlpha() || decoded.getColorModel().getComponentSize(0) != 8) {
			return Pixels.opaque(decoded);
		}
		BufferedImage rgb = Pixels.blank(decoded.getWidth(), decoded.getHeight());
		ColorConvertOp op = new ColorConvertOp(space, SRGB, null);
		forEachStrip(rgb.getHeight(), (top, rows) -> op.filter(strip(decoded, top, rows), strip(rgb, top, rows)));
		return rgb;
	}

	private static void convertInPlace(BufferedImage rgb, byte[] profile) {
		try {
			ICC_ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
			if (space.getType() == ColorSpace.TYPE_GRAY) {
				convertGrey(rgb, space);
			}
			else if (space.getType() == ColorSpace.TYPE_RGB && !isAlmostSrgb(space)) {
				convertRgb(rgb, space);
			}
		}
		catch (CMMException | IllegalArgumentException ex) {
			// A broken profile says nothing: the numbers are taken as sRGB.
		}
	}

	private static void convertRgb(BufferedImage rgb, ICC_ColorSpace space) {
		ColorConvertOp op = new ColorConvertOp(space, SRGB, null);
		forEachStrip(rgb.getHeight(), (top, rows) -> {
			BufferedImage strip = strip(rgb, top, rows);
			op.filter(as(space, strip), strip);
		});
	}

	/** Grey has but 256 tones: a table of them is the whole conversion. */
	private static void convertGrey(BufferedImage rgb, ICC_ColorSpace space) {
		byte[] tones = tones(space);
		byte[] bytes = Pixels.bytes(rgb);
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = tones[bytes[i] & 0xFF];
		}
	}

	/** What each of the 256 tones of a grey profile is in sRGB. */
	static byte[] tones(ICC_ColorSpace space) {
		byte[] tones = new byte[256];
		for (int tone = 0; tone < 256; tone++) {
			float[] srgb = space.toRGB(new float[] { tone / 255f });
			tones[tone] = (byte) Math.round(255 * srgb[1]);
		}
		return tones;
	}

	/** Most profiles in the wild are sRGB itself; those need no work. */
	static boolean isAlmostSrgb(ICC_ColorSpace space) {
		BufferedImage probe = Pixels.blank(125, 1);
		byte[] bytes = Pixels.bytes(probe);
		for (int i = 0; i < 125; i++) {
			bytes[3 * i] = (byte) (i % 5 * 63);
			bytes[3 * i + 1] = (byte) (i / 5 % 5 * 63);
			bytes[3 * i + 2] = (byte) (i / 25 * 63);
		}
		byte[] before = bytes.clone();
		new ColorConvertOp(space, SRGB, null).filter(as(space, probe), probe);
		int most = 0;
		for (int i = 0; i < before.length; i++) {
			most = Math.max(most, Math.abs((before[i] & 0xFF) - (bytes[i] & 0xFF)));
		}
		return most <= SAME;
	}

	/** The same bytes, said to be of another colour space. */
	private static BufferedImage as(ICC_ColorSpace space, BufferedImage image) {
		ColorModel model = new ComponentColorModel(space, false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
		WritableRaster raster = image.getRaster();
		return new BufferedImage(model, raster, false, null);
	}

	private static BufferedImage strip(BufferedImage image, int top, int rows) {
		return image.getSubimage(0, top, image.getWidth(), rows);
	}

	private static void forEachStrip(int height, Strip work) {
		for (int top = 0; top < height; top += STRIP) {
			work.convert(top, Math.min(STRIP, height - top));
		}
	}

	/** Work on some rows of a picture. */
	private interface Strip {

		void convert(int top, int rows);

	}

}
