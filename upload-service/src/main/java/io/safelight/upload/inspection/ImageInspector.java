package io.safelight.upload.inspection;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Reads a file once, from its first byte to its last, in constant memory: its hash, its
 * kind and the size that its header declares. Nothing is decoded, so a bomb does not
 * explode here. Thread-safe.
 */
public final class ImageInspector {

	private static final int PNG_SIGNATURE = 8;

	private static final String PNG_FIRST_CHUNK = "\0\0\0\rIHDR";

	/**
	 * Inspects.
	 * @param file all bytes; not closed
	 * @throws IOException if they cannot be read to the end
	 */
	public Inspection inspect(InputStream file) throws IOException {
		MessageDigest sha256 = sha256();
		CountingStream counted = new CountingStream(new DigestInputStream(file, sha256));
		PushbackInputStream in = new PushbackInputStream(counted, FileKind.HEAD);
		byte[] head = in.readNBytes(FileKind.HEAD);
		in.unread(head);
		Finding finding = finding(FileKind.of(head), in);
		in.transferTo(OutputStream.nullOutputStream());
		return new Inspection(counted.count(), HexFormat.of().formatHex(sha256.digest()), finding);
	}

	private static Finding finding(FileKind kind, InputStream in) throws IOException {
		if (kind.contentType().isEmpty()) {
			return new Finding.NotAccepted(kind);
		}
		try {
			return new Finding.Picture(kind, dimensions(kind, new ForwardReader(in)));
		}
		catch (EOFException ex) {
			return new Finding.Broken(kind, true);
		}
		catch (BrokenHeaderException ex) {
			return new Finding.Broken(kind, false);
		}
	}

	private static Dimensions dimensions(FileKind kind, ForwardReader in) throws IOException {
		return switch (kind) {
			case JPEG -> JpegHeader.read(in);
			case PNG -> png(in);
			case WEBP -> WebpHeader.read(in);
			case TIFF -> tiff(in);
			default -> throw new IllegalArgumentException(kind + " is not accepted");
		};
	}

	/** IHDR is the first chunk (PNG, third edition, §11.2.1). */
	private static Dimensions png(ForwardReader in) throws IOException {
		in.skip(PNG_SIGNATURE);
		if (!PNG_FIRST_CHUNK.equals(new String(in.bytes(8), StandardCharsets.ISO_8859_1))) {
			throw new BrokenHeaderException("IHDR is not the first chunk");
		}
		return declared(in.u32(), in.u32());
	}

	private static Dimensions tiff(ForwardReader in) throws IOException {
		TiffHeader header = TiffHeader.read(in);
		Dimensions dimensions = declared(header.width(), header.height());
		return header.isTurned() ? dimensions.turned() : dimensions;
	}

	/** What does not fit an int is beyond every limit all the same. */
	private static Dimensions declared(long width, long height) throws BrokenHeaderException {
		if (width == 0 || height == 0) {
			throw new BrokenHeaderException("a picture without pixels");
		}
		return new Dimensions((int) Math.min(width, Integer.MAX_VALUE), (int) Math.min(height, Integer.MAX_VALUE));
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
