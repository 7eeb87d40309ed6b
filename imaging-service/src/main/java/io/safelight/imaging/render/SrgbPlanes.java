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
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

import io.safelight.imaging.render.plane.ColourTable;
import io.safelight.imaging.render.plane.Picture;
import org.jspecify.annotations.Nullable;

/**
 * Brings luma and chroma to sRGB by an ICC profile (ISO 15076-1), of whatever make:
 * LittleCMS converts the points of a table, the table converts the picture. A profile
 * that is broken or made for another kind of pixel is ignored, as browsers do.
 * Thread-safe.
 */
final class SrgbPlanes {

	private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);

	/** Most photographs come with one of a few profiles. */
	private static final SequencedMap<ByteBuffer, Optional<ColourTable>> TABLES = new LinkedHashMap<>(16, 0.75f, true);

	private static final int MOST_TABLES = 8;

	private static final float WHOLE = 65_535;

	private SrgbPlanes() {
	}

	/**
	 * Converts a picture in place.
	 * @param profile the embedded profile, null if none: then it is sRGB already
	 */
	static void convert(Picture picture, byte @Nullable [] profile) {
		if (profile == null) {
			return;
		}
		try {
			ICC_ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
			if (picture.isGrey() && space.getType() == ColorSpace.TYPE_GRAY) {
				picture.luma().map(SrgbConversion.tones(space));
			}
			else if (!picture.isGrey() && space.getType() == ColorSpace.TYPE_RGB) {
				table(profile, space).ifPresent((table) -> table.apply(picture));
			}
		}
		catch (CMMException | IllegalArgumentException ex) {
			// A broken profile says nothing: the numbers are taken as sRGB.
		}
	}

	/** Empty for a profile that is as good as sRGB. */
	private static Optional<ColourTable> table(byte[] profile, ICC_ColorSpace space) {
		ByteBuffer key = ByteBuffer.wrap(profile);
		synchronized (TABLES) {
			Optional<ColourTable> known = TABLES.get(key);
			if (known != null) {
				return known;
			}
		}
		Optional<ColourTable> table = SrgbConversion.isAlmostSrgb(space) ? Optional.empty()
				: Optional.of(ColourTable.of((colours) -> convert(colours, space)));
		synchronized (TABLES) {
			TABLES.put(key, table);
			if (TABLES.size() > MOST_TABLES) {
				TABLES.pollFirstEntry();
			}
		}
		return table;
	}

	private static void convert(float[] colours, ICC_ColorSpace space) {
		short[] values = new short[colours.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = (short) Math.round(colours[i] * WHOLE);
		}
		BufferedImage from = colours(values, space);
		BufferedImage to = colours(new short[values.length], SRGB);
		new ColorConvertOp(space, SRGB, null).filter(from, to);
		short[] converted = ((DataBufferUShort) to.getRaster().getDataBuffer()).getData();
		for (int i = 0; i < values.length; i++) {
			colours[i] = (converted[i] & 0xFFFF) / WHOLE;
		}
	}

	/** Colours of sixteen bits a component, in rows of the table's sides. */
	private static BufferedImage colours(short[] values, ColorSpace space) {
		int width = ColourTable.NODES * ColourTable.NODES;
		ColorModel model = new ComponentColorModel(space, false, false, ColorModel.OPAQUE, DataBuffer.TYPE_USHORT);
		DataBufferUShort buffer = new DataBufferUShort(values, values.length);
		WritableRaster raster = Raster.createInterleavedRaster(buffer, width, values.length / 3 / width, 3 * width, 3,
				new int[] { 0, 1, 2 }, null);
		return new BufferedImage(model, raster, false, null);
	}

}
