package io.safelight.imaging.render;

import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Predicate;

import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Chooses decoders by name rather than by the order in which ImageIO happened to find
 * them: the JDK's own for what it does well, TwelveMonkeys for four-component JPEG, TIFF
 * and WebP.
 */
final class ImageReaders {

	private static final String JDK = "com.sun.imageio.plugins.";

	private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.";

	private ImageReaders() {
	}

	static ImageReader forFormat(PhotoFormat format, int components) throws IOException {
		boolean jdk = format == PhotoFormat.PNG || (format == PhotoFormat.JPEG && components <= 3);
		String vendor = jdk ? JDK : TWELVE_MONKEYS;
		String prefix = vendor + format.name().toLowerCase(Locale.ROOT) + ".";
		return find((spi) -> spi.getClass().getName().startsWith(prefix) && reads(spi, format)).createReaderInstance();
	}

	private static boolean reads(ImageReaderSpi spi, PhotoFormat format) {
		for (String name : spi.getFormatNames()) {
			if (name.equalsIgnoreCase(format.name())) {
				return true;
			}
		}
		return false;
	}

	private static ImageReaderSpi find(Predicate<ImageReaderSpi> wanted) throws IOException {
		Iterator<ImageReaderSpi> found = IIORegistry.getDefaultInstance()
			.getServiceProviders(ImageReaderSpi.class, (spi) -> wanted.test((ImageReaderSpi) spi), true);
		if (!found.hasNext()) {
			throw new IOException("No decoder for this format is on the class path");
		}
		return found.next();
	}

}
