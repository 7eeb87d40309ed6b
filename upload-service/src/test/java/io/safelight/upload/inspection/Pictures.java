package io.safelight.upload.inspection;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.ImageIO;

/**
 * Pictures for tests.
 */
public final class Pictures {

	private static final int WHOLE = 12;

	private Pictures() {
	}

	/**
	 * A file that the JDK writes: {@code jpg}, {@code png}, {@code tif}, {@code gif},
	 * {@code bmp}.
	 */
	public static byte[] file(String format, int width, int height) {
		return file(format, new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
	}

	/** A picture that does not compress, so that few pixels are many bytes. */
	public static byte[] noise(String format, int width, int height, long seed) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Random random = new Random(seed);
		for (int y = 0; y < height; y++) {
			image.setRGB(0, y, width, 1, random.ints(width).toArray(), 0, width);
		}
		return file(format, image);
	}

	private static byte[] file(String format, BufferedImage image) {
		try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			if (!ImageIO.write(image, format, out)) {
				throw new IllegalArgumentException("The JDK writes no " + format);
			}
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A JPEG whose Exif block says how it is to be turned. */
	public static byte[] turnedJpeg(int width, int height, int orientation, ByteOrder order) {
		byte[] jpeg = file("jpg", width, height);
		ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + WHOLE + 4).order(order);
		exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
		exif.put(((order == ByteOrder.LITTLE_ENDIAN) ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
		exif.putShort((short) 42).putInt(8).putShort((short) 1);
		exif.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
		return withSegment(jpeg, 0xe1, exif.array());
	}

	/** A JPEG with a segment right after its beginning. */
	public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
		ByteBuffer file = ByteBuffer.allocate(jpeg.length + 4 + content.length);
		file.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker).putShort((short) (content.length + 2)).put(content);
		return file.put(jpeg, 2, jpeg.length - 2).array();
	}

	/** A PNG's first bytes with a size of one's choice. */
	public static byte[] pngHeader(int width, int height) {
		return Arrays.copyOf(ByteBuffer.allocate(64)
			.put(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' })
			.putInt(13)
			.put("IHDR".getBytes(StandardCharsets.US_ASCII))
			.putInt(width)
			.putInt(height)
			.array(), 64);
	}

	/** A WebP's first bytes. */
	static byte[] webp(String chunk, byte[] content) {
		return ByteBuffer.allocate(20 + content.length)
			.order(ByteOrder.LITTLE_ENDIAN)
			.put("RIFF".getBytes(StandardCharsets.US_ASCII))
			.putInt(WHOLE + content.length)
			.put("WEBP".getBytes(StandardCharsets.US_ASCII))
			.put(chunk.getBytes(StandardCharsets.US_ASCII))
			.putInt(content.length)
			.put(content)
			.array();
	}

}
