package io.safelight.imaging.render.jpeg;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import io.safelight.imaging.render.plane.Picture;
import io.safelight.imaging.render.plane.Plane;
import org.w3c.dom.NodeList;

/**
 * Writes a JPEG file with the JDK, of pixels and nothing else: no EXIF, IPTC, XMP,
 * comment or profile (sRGB is what a picture without a profile is taken for).
 */
public final class JavaJpegWriter {

	private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

	private static final String JDK_WRITER = "com.sun.imageio.plugins.jpeg.JPEGImageWriterSpi";

	private JavaJpegWriter() {
	}

	/**
	 * Writes a whole file.
	 * @param picture grey, or with chroma for each four pixels
	 */
	public static byte[] write(Picture picture, JpegSettings settings) throws IOException {
		List<HuffmanTable> tables = List.of();
		if (Part.suffices(picture, settings)) {
			tables = HuffmanTable.completed(write(picture, settings, Part.sample(picture), List.of()));
		}
		return write(picture, settings, Part.all(picture), tables);
	}

	private static byte[] write(Picture picture, JpegSettings settings, Part part, List<HuffmanTable> tables)
			throws IOException {
		ImageWriter writer = writer();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			ImageWriteParam param = param(writer, settings, tables.isEmpty());
			IIOMetadata metadata = metadata(writer, param, picture.isGrey(), tables);
			writer.setOutput(out);
			writer.write(null, new IIOImage(raster(picture, part), null, metadata), param);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	/**
	 * Luma and chroma as they are: a raster is not converted. Each sample of chroma is
	 * repeated for its four pixels; the encoder's mean of the four is the very sample.
	 */
	private static Raster raster(Picture picture, Part part) {
		int bands = picture.planes().size();
		byte[] pixels = new byte[bands * part.width() * part.height()];
		for (int band = 0; band < bands; band++) {
			fill(pixels, band, bands, picture, part);
		}
		DataBufferByte buffer = new DataBufferByte(pixels, pixels.length);
		return Raster.createInterleavedRaster(buffer, part.width(), part.height(), bands * part.width(), bands,
				(bands == 1) ? new int[] { 0 } : new int[] { 0, 1, 2 }, null);
	}

	private static void fill(byte[] pixels, int band, int bands, Picture picture, Part part) {
		Plane plane = picture.planes().get(band);
		int shift = (band == 0) ? 0 : 1;
		int lines = Part.lines(picture);
		byte[] row = new byte[part.width()];
		for (int line = 0, at = band; line < part.height(); line++) {
			int strip = line / lines;
			int y = Math.min(part.top(strip) * lines + line % lines, picture.height() - 1);
			plane.readRow(part.left(strip) >> shift, y >> shift, row, 0, part.width() + shift >> shift);
			for (int x = 0; x < part.width(); x++, at += bands) {
				pixels[at] = row[x >> shift];
			}
		}
	}

	/** What says that the raster holds luma and chroma, and which codes to use. */
	private static IIOMetadata metadata(ImageWriter writer, ImageWriteParam param, boolean grey,
			List<HuffmanTable> tables) throws IOException {
		int type = grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
		IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromBufferedImageType(type),
				param);
		IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
		NodeList nodes = root.getElementsByTagName("dhtable");
		for (int i = 0; i < nodes.getLength() && !tables.isEmpty(); i++) {
			IIOMetadataNode node = (IIOMetadataNode) nodes.item(i);
			int kind = Integer.parseInt(node.getAttribute("class")) << 4
					| Integer.parseInt(node.getAttribute("htableId"));
			tables.stream()
				.filter((table) -> table.kind() == kind)
				.forEach((table) -> node.setUserObject(table.toJdk()));
		}
		metadata.setFromTree(FORMAT, root);
		return metadata;
	}

	private static ImageWriteParam param(ImageWriter writer, JpegSettings settings, boolean free) {
		JPEGImageWriteParam param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
		param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		param.setCompressionQuality(settings.quality() / 100f);
		param.setProgressiveMode(settings.progressive() ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
		param.setOptimizeHuffmanTables(free && settings.huffman() == Huffman.OPTIMISED);
		return param;
	}

	private static ImageWriter writer() throws IOException {
		return IIORegistry.getDefaultInstance()
			.getServiceProviders(ImageWriterSpi.class, (spi) -> spi.getClass().getName().equals(JDK_WRITER), true)
			.next()
			.createWriterInstance();
	}

}
