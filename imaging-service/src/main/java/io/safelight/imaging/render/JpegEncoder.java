package io.safelight.imaging.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import io.safelight.imaging.render.jpeg.Huffman;
import io.safelight.imaging.render.jpeg.JpegSettings;
import io.safelight.imaging.render.plane.Picture;

/**
 * Writes a JPEG file with the JDK, of pixels and nothing else: no EXIF, IPTC, XMP,
 * comment or profile (sRGB is what a picture without a profile is taken for).
 */
final class JpegEncoder {

	private static final String JDK_WRITER = "com.sun.imageio.plugins.jpeg.JPEGImageWriterSpi";

	private JpegEncoder() {
	}

	static byte[] encode(Picture picture, JpegSettings settings) throws IOException {
		ImageWriter writer = writer();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			writer.setOutput(out);
			writer.write(null, new IIOImage(picture.toImage(), null, null), param(writer, settings));
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	private static ImageWriteParam param(ImageWriter writer, JpegSettings settings) {
		JPEGImageWriteParam param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
		param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		param.setCompressionQuality(settings.quality() / 100f);
		param.setProgressiveMode(settings.progressive() ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
		param.setOptimizeHuffmanTables(settings.huffman() == Huffman.OPTIMISED);
		return param;
	}

	private static ImageWriter writer() throws IOException {
		return IIORegistry.getDefaultInstance()
			.getServiceProviders(ImageWriterSpi.class, (spi) -> spi.getClass().getName().equals(JDK_WRITER), true)
			.next()
			.createWriterInstance();
	}

}
