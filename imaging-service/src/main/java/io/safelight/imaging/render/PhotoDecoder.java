package io.safelight.imaging.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import io.safelight.imaging.render.UnusablePhotoException.Reason;

/**
 * Reads the header and then the pixels of an original.
 */
final class PhotoDecoder {

	private final PhotoLimits limits;

	PhotoDecoder(PhotoLimits limits) {
		this.limits = limits;
	}

	/**
	 * Reads and checks what the file says of its picture; no pixel is decoded.
	 * @throws UnusablePhotoException if it must not or cannot be decoded
	 */
	PhotoHeader header(Original original) throws IOException, UnusablePhotoException {
		return original.header(this::read);
	}

	private PhotoHeader read(Original original) throws IOException, UnusablePhotoException {
		PhotoFormat format = PhotoFormat.of(original.firstBytes(PhotoFormat.BYTES_TO_SNIFF))
			.orElseThrow(() -> new UnusablePhotoException(Reason.UNSUPPORTED_TYPE,
					"The file is no picture of a kind that is accepted: JPEG, PNG, TIFF or WebP."));
		return switch (format) {
			case JPEG -> JpegHeaderReader.read(original.stream(), this.limits);
			case PNG -> PngHeaderReader.read(original, this.limits);
			case TIFF -> TiffHeaderReader.read(original, this.limits);
			case WEBP -> WebpHeaderReader.read(original, this.limits);
		};
	}

	/**
	 * Decodes the whole picture to opaque sRGB, turned as it is stored.
	 * @throws UnusablePhotoException if the data are damaged or incomplete
	 */
	BufferedImage decode(Original original, PhotoHeader header) throws IOException, UnusablePhotoException {
		ImageReader reader = ImageReaders.forFormat(header.format(), header.components());
		List<String> warnings = new ArrayList<>();
		reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
		try {
			ImageInputStream in = original.open();
			reader.setInput(in, true, true);
			BufferedImage decoded = reader.read(0, keepingColours(reader, header));
			refuseDamage(warnings);
			return SrgbConversion.of(decoded, header.iccProfile());
		}
		catch (IOException | RuntimeException ex) {
			throw new UnusablePhotoException(Reason.DAMAGED,
					"The picture's data are damaged and cannot be decoded. Export it anew.", ex);
		}
		finally {
			reader.dispose();
		}
	}

	/**
	 * Naming the bands keeps the JDK's reader from converting an ICC profile itself, line
	 * by line, which takes several times as long as the whole picture at once.
	 */
	private static ImageReadParam keepingColours(ImageReader reader, PhotoHeader header) {
		ImageReadParam param = reader.getDefaultReadParam();
		if (header.format() == PhotoFormat.JPEG && header.components() == 3) {
			param.setSourceBands(new int[] { 0, 1, 2 });
			param.setDestinationBands(new int[] { 0, 1, 2 });
		}
		return param;
	}

	/** The decoder of JPEG fills what is missing with grey and merely says so. */
	private static void refuseDamage(List<String> warnings) throws UnusablePhotoException {
		for (String warning : warnings) {
			if (warning.contains("Premature end") || warning.contains("premature end")) {
				throw new UnusablePhotoException(Reason.TRUNCATED,
						"The picture's data are incomplete. Upload the complete file.");
			}
			if (warning.startsWith("Corrupt JPEG data") && !warning.contains("extraneous bytes")) {
				throw new UnusablePhotoException(Reason.DAMAGED,
						"The picture's data are damaged (" + warning + "). Export it anew.");
			}
		}
	}

}
