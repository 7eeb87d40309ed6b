package io.safelight.publication.analysis;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Pictures that tests draw.
 */
public final class Drawings {

	private Drawings() {
	}

	/** Red on the left, blue on the right, with some detail that costs bytes. */
	public static BufferedImage drawing(int width, int height, int type) {
		BufferedImage image = new BufferedImage(width, height, type);
		Graphics2D graphics = image.createGraphics();
		graphics.setPaint(new GradientPaint(0, 0, Color.RED, width, 0, Color.BLUE));
		graphics.fillRect(0, 0, width, height);
		graphics.setColor(Color.WHITE);
		for (int i = 0; i < 40; i++) {
			graphics.drawOval(i * width / 60, i * height / 80, width / 3, height / 3);
		}
		graphics.dispose();
		return image;
	}

	public static byte[] jpeg(int width, int height) {
		return encoded(drawing(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
	}

	public static byte[] encoded(BufferedImage image, String format) {
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			ImageIO.write(image, format, out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] progressiveJpeg(int width, int height) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
			ImageWriteParam parameters = writer.getDefaultWriteParam();
			parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
			writer.setOutput(stream);
			writer.write(null, new IIOImage(drawing(width, height, BufferedImage.TYPE_INT_RGB), null, null),
					parameters);
		}
		writer.dispose();
		return out.toByteArray();
	}

	/**
	 * Four components, as printers want them: the JDK can write such a file but not read
	 * it.
	 */
	static byte[] fourComponentJpeg(int width, int height) throws IOException {
		WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
		Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
		ImageWriter writer = writers.next();
		while (!writer.getClass().getName().startsWith("com.sun.")) {
			writer = writers.next();
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
			writer.setOutput(stream);
			writer.write(null, new IIOImage(raster, null, null), null);
		}
		writer.dispose();
		return out.toByteArray();
	}

	/** A JPEG with an EXIF block that says nothing but its orientation. */
	static byte[] turnedJpeg(int width, int height, int orientation) {
		byte[] plain = jpeg(width, height);
		byte[] exif = { (byte) 0xFF, (byte) 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1,
				0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0 };
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(plain, 0, 2);
		out.writeBytes(exif);
		out.write(plain, 2, plain.length - 2);
		return out.toByteArray();
	}

	public static byte[] truncated(byte[] file, double share) {
		return Arrays.copyOf(file, (int) (file.length * share));
	}

	/** A PNG whose header claims a size that its data do not have. */
	static byte[] pngThatClaims(int width, int height) {
		byte[] png = encoded(drawing(10, 10, BufferedImage.TYPE_INT_RGB), "png");
		java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(png);
		bytes.putInt(16, width).putInt(20, height);
		java.util.zip.CRC32 crc = new java.util.zip.CRC32();
		crc.update(png, 12, 17);
		bytes.putInt(29, (int) crc.getValue());
		return png;
	}

	static BufferedImage decoded(byte[] file) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(file));
	}

}
