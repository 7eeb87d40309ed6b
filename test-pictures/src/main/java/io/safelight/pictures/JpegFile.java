package io.safelight.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A JPEG file put together by code: a drawn picture, and segments as cameras write them.
 */
public final class JpegFile {

	/** The text in the GPS block, to be searched for in what must not contain it. */
	public static final String PLACE = "SECRETPLACE";

	private static final float QUALITY = 0.95f;

	private final byte[] bytes;

	private JpegFile(byte[] bytes) {
		this.bytes = bytes;
	}

	public static JpegFile of(BufferedImage picture) {
		return of(picture, false);
	}

	public static JpegFile progressive(BufferedImage picture) {
		return of(picture, true);
	}

	/** A file that is there already, to add segments to. */
	public static JpegFile read(byte[] file) {
		return new JpegFile(file.clone());
	}

	private static JpegFile of(BufferedImage picture, boolean progressive) {
		try {
			return new JpegFile(encode(picture, progressive));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] encode(BufferedImage picture, boolean progressive) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			ImageWriteParam parameters = writer.getDefaultWriteParam();
			parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			parameters.setCompressionQuality(QUALITY);
			parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
			writer.setOutput(out);
			writer.write(null, new IIOImage(picture, null, null), parameters);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	/** Adds an EXIF block with an orientation and a place. */
	public JpegFile withExif(int orientation) {
		return withSegment(0xE1, exif(orientation));
	}

	/** Adds a colour profile, in one segment. */
	public JpegFile withProfile(byte[] icc) {
		return withSegment(0xE2, concat("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1), icc));
	}

	/** Adds a comment and an IPTC block. */
	public JpegFile withComments(String text) {
		byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
		return withSegment(0xFE, ascii).withSegment(0xED,
				concat("Photoshop 3.0\0".getBytes(StandardCharsets.ISO_8859_1), ascii));
	}

	public JpegFile withSegment(int marker, byte[] content) {
		int length = content.length + 2;
		byte[] head = { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length };
		byte[] rest = java.util.Arrays.copyOfRange(this.bytes, 2, this.bytes.length);
		return new JpegFile(concat(concat(head, content), rest));
	}

	/** The same file with other dimensions in its frame header. */
	public JpegFile declaring(int width, int height) {
		byte[] changed = this.bytes.clone();
		int at = 2;
		while ((changed[at + 1] & 0xFF) != 0xC0 && (changed[at + 1] & 0xFF) != 0xC2) {
			at += 2 + ((changed[at + 2] & 0xFF) << 8 | changed[at + 3] & 0xFF);
		}
		changed[at + 5] = (byte) (height >> 8);
		changed[at + 6] = (byte) height;
		changed[at + 7] = (byte) (width >> 8);
		changed[at + 8] = (byte) width;
		return new JpegFile(changed);
	}

	/** Only the first part of the file, as from an upload that broke off. */
	public byte[] cutAt(double part) {
		return java.util.Arrays.copyOf(this.bytes, (int) (this.bytes.length * part));
	}

	public byte[] bytes() {
		return this.bytes.clone();
	}

	/** A big-endian TIFF block: orientation in its first directory, a place in GPS's. */
	private static byte[] exif(int orientation) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeBytes("Exif\0\0MM");
			out.writeShort(42);
			out.writeInt(8);
			out.writeShort(2);
			writeEntry(out, 0x0112, 3, 1, orientation << 16);
			writeEntry(out, 0x8825, 4, 1, 38);
			out.writeInt(0);
			out.writeShort(1);
			writeEntry(out, 0x001B, 2, PLACE.length() + 1, 56);
			out.writeInt(0);
			out.writeBytes(PLACE + "\0");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static void writeEntry(DataOutputStream out, int tag, int type, int count, int value) throws IOException {
		out.writeShort(tag);
		out.writeShort(type);
		out.writeInt(count);
		out.writeInt(value);
	}

	private static byte[] concat(byte[] first, byte[] second) {
		byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, both, first.length, second.length);
		return both;
	}

}
