package io.safelight.cloud.rekognition;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads JPEG and PNG, at no more pixels than the analysis needs. The size in the header
 * is judged before a pixel is decoded. Safe for many threads.
 */
final class PictureReader {

	static final long PIXEL_LIMIT = 100_000_000;

	private static final int LONGEST_SIDE = 1024;

	private static final Set<String> FORMATS = Set.of("jpeg", "png");

	// A progressive JPEG holds all its coefficients in memory: one at a time.
	private final ReentrantLock decoding = new ReentrantLock();

	/**
	 * Reads a picture.
	 * @param bytes the file
	 * @return a copy with sides of at most 2048 pixels or so
	 */
	BufferedImage read(byte[] bytes) {
		try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
			ImageReader reader = readerFor(input);
			try {
				reader.setInput(input, true, true);
				return decode(reader);
			}
			finally {
				reader.dispose();
			}
		}
		// The decoders of the JDK throw whatever they like on damaged files.
		catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException
				| NegativeArraySizeException ex) {
			throw RekognitionErrors.invalidFormat("Request has invalid image format: " + ex.getMessage());
		}
	}

	private BufferedImage decode(ImageReader reader) throws IOException {
		int width = reader.getWidth(0);
		int height = reader.getHeight(0);
		if ((long) width * height > PIXEL_LIMIT) {
			throw RekognitionErrors
				.tooLarge("The picture has %d x %d pixels, more than %d.".formatted(width, height, PIXEL_LIMIT));
		}
		int step = Math.max(1, Math.max(width, height) / LONGEST_SIDE);
		ImageReadParam parameters = reader.getDefaultReadParam();
		parameters.setSourceSubsampling(step, step, 0, 0);
		this.decoding.lock();
		try {
			return reader.read(0, parameters);
		}
		finally {
			this.decoding.unlock();
		}
	}

	private static ImageReader readerFor(ImageInputStream input) throws IOException {
		Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
		while (readers.hasNext()) {
			ImageReader reader = readers.next();
			if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
				return reader;
			}
		}
		throw RekognitionErrors.invalidFormat("Request has invalid image format: neither JPEG nor PNG");
	}

}
