package io.safelight.publication.analysis;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import io.safelight.publication.saga.RejectionCode;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;

/**
 * Makes a small JPEG of an original, upright and without its metadata. The size in the
 * header is judged before a pixel is decoded. Thread-safe.
 */
public class ReducedCopies {

	/** The longest side in pixels. */
	static final int LONGEST_SIDE = 1280;

	static final long MOST_PIXELS = 100_000_000;

	private static final double QUALITY = 0.9;

	/**
	 * A small copy.
	 * @param file the original
	 * @return a JPEG of at most {@value #LONGEST_SIDE} pixels a side
	 * @throws UnusablePhotoException if the file holds no whole picture of at most
	 * {@value #MOST_PIXELS} pixels
	 */
	public byte[] of(Path file) throws IOException, UnusablePhotoException {
		PhotoFormat format = PhotoFormat.of(file)
			.orElseThrow(() -> new UnusablePhotoException(RejectionCode.UNSUPPORTED_TYPE, "no known first bytes"));
		if (FileEnd.isMissing(format, file)) {
			throw new UnusablePhotoException(RejectionCode.TRUNCATED_FILE, "no end of the image");
		}
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			return encode(upright(opaque(decode(format, in)), file));
		}
	}

	/** The decoders throw whatever they like on damaged files. */
	private static BufferedImage decode(PhotoFormat format, ImageInputStream in) throws UnusablePhotoException {
		try {
			ImageReader reader = reader(format, in);
			try {
				return decode(reader);
			}
			finally {
				reader.dispose();
			}
		}
		catch (IOException | RuntimeException ex) {
			throw new UnusablePhotoException(
					endsEarly(ex) ? RejectionCode.TRUNCATED_FILE : RejectionCode.UNREADABLE_FILE, ex);
		}
	}

	private static boolean endsEarly(Throwable ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof EOFException) {
				return true;
			}
		}
		return false;
	}

	/** The JDK's own decoder where it can, another where it cannot. */
	private static ImageReader reader(PhotoFormat format, ImageInputStream in)
			throws IOException, UnusablePhotoException {
		List<ImageReader> readers = new ArrayList<>();
		ImageIO.getImageReadersByFormatName(format.name()).forEachRemaining(readers::add);
		readers.sort(Comparator.comparing((reader) -> !reader.getClass().getName().startsWith("com.sun.")));
		for (ImageReader reader : readers) {
			in.seek(0);
			reader.setInput(in);
			if (reader.getImageTypes(0).hasNext()) {
				return reader;
			}
			reader.dispose();
		}
		throw new UnusablePhotoException(RejectionCode.UNREADABLE_FILE, "no decoder for this kind of " + format);
	}

	private static BufferedImage decode(ImageReader reader) throws IOException, UnusablePhotoException {
		long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
		if (pixels > MOST_PIXELS) {
			throw new UnusablePhotoException(RejectionCode.TOO_MANY_PIXELS, pixels + " pixels");
		}
		List<String> warnings = new ArrayList<>();
		reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning.toLowerCase(Locale.ROOT)));
		int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / LONGEST_SIDE);
		ImageReadParam parameters = reader.getDefaultReadParam();
		parameters.setSourceSubsampling(step, step, 0, 0);
		BufferedImage decoded = reader.read(0, parameters);
		refuseDamage(warnings);
		return decoded;
	}

	private static void refuseDamage(List<String> warnings) throws UnusablePhotoException {
		for (String warning : warnings) {
			if (warning.contains("premature end") || warning.contains("truncated file")) {
				throw new UnusablePhotoException(RejectionCode.TRUNCATED_FILE, warning);
			}
			if (warning.startsWith("corrupt jpeg data") && !warning.contains("extraneous bytes")) {
				throw new UnusablePhotoException(RejectionCode.UNREADABLE_FILE, warning);
			}
		}
	}

	/** Transparency becomes white: JPEG has none. */
	private static BufferedImage opaque(BufferedImage image) {
		BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = opaque.createGraphics();
		graphics.drawImage(image, 0, 0, Color.WHITE, null);
		graphics.dispose();
		return opaque;
	}

	private static BufferedImage upright(BufferedImage image, Path file) {
		Orientation orientation = orientation(file);
		return (orientation != null) ? ExifFilterUtils.getFilterForOrientation(orientation).apply(image) : image;
	}

	/** Metadata that cannot be read are no reason to refuse a picture. */
	private static @Nullable Orientation orientation(Path file) {
		try {
			ExifIFD0Directory exif = ImageMetadataReader.readMetadata(file.toFile())
				.getFirstDirectoryOfType(ExifIFD0Directory.class);
			Integer value = (exif != null) ? exif.getInteger(ExifDirectoryBase.TAG_ORIENTATION) : null;
			return (value != null && value >= 1 && value <= 8) ? Orientation.typeOf(value) : null;
		}
		catch (ImageProcessingException | IOException | RuntimeException ex) {
			return null;
		}
	}

	private static byte[] encode(BufferedImage image) throws IOException {
		double scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
		ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
		Thumbnails.of(image).scale(scale).outputFormat("jpg").outputQuality(QUALITY).toOutputStream(jpeg);
		return jpeg.toByteArray();
	}

}
