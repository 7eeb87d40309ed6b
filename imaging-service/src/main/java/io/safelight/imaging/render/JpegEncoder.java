package io.safelight.imaging.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes a JPEG file of pixels and nothing else: no EXIF, IPTC, XMP, comment or profile
 * (sRGB is what a picture without a profile is taken for).
 */
final class JpegEncoder {

	private static final String JDK_WRITER = "com.sun.imageio.plugins.jpeg.JPEGImageWriterSpi";

	private JpegEncoder() {
	}

	/**
	 * Encodes a picture.
	 * @param quality between 0 and 1
	 * @param progressive whether a browser can show it before all of it has come; smaller
	 * and slower to write
	 */
	static byte[] encode(BufferedImage image, float quality, boolean progressive) throws IOException {
		ImageWriter writer = writer();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), param(writer, quality, progressive));
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	private static ImageWriteParam param(ImageWriter writer, float quality, boolean progressive) {
		ImageWriteParam param = writer.getDefaultWriteParam();
		param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		param.setCompressionQuality(quality);
		param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
		return param;
	}

	private static ImageWriter writer() throws IOException {
		return IIORegistry.getDefaultInstance()
			.getServiceProviders(ImageWriterSpi.class, (spi) -> spi.getClass().getName().equals(JDK_WRITER), true)
			.next()
			.createWriterInstance();
	}

}
