package io.safelight.imaging.render;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.jspecify.annotations.Nullable;

/**
 * Walks through the chunks of a WebP file (RFC 9649, §2) up to its end.
 */
final class WebpHeaderReader {

	private static final int RIFF_HEADER = 12;

	private static final int ANIMATION = 0x02;

	private static final int ALPHA = 0x10;

	private static final int MOST_CHUNKS = 1000;

	private final Original original;

	private final PhotoLimits limits;

	private Orientation orientation = Orientation.UPRIGHT;

	private long metadataBytes;

	private boolean alpha;

	private int @Nullable [] canvas;

	private int @Nullable [] picture;

	private WebpHeaderReader(Original original, PhotoLimits limits) {
		this.original = original;
		this.limits = limits;
	}

	static PhotoHeader read(Original original, PhotoLimits limits) throws IOException, UnusablePhotoException {
		WebpHeaderReader reader = new WebpHeaderReader(original, limits);
		try {
			reader.walk();
		}
		catch (EOFException ex) {
			throw Refusals.truncated(ex);
		}
		return reader.header();
	}

	private void walk() throws IOException, UnusablePhotoException {
		long end = Integer.toUnsignedLong(littleEndian(4, 4).getInt()) + 8;
		if (end > this.original.length()) {
			throw Refusals.truncated();
		}
		long position = RIFF_HEADER;
		for (int chunks = 0; position + 8 <= end; chunks++) {
			long length = Integer.toUnsignedLong(littleEndian(position + 4, 4).getInt());
			if (length > end - position - 8 || chunks > MOST_CHUNKS) {
				throw Refusals.damaged();
			}
			visit(PhotoFormat.ascii(this.original.bytesAt(position, 4), 0, 4), position + 8, length);
			position += 8 + length + (length & 1);
		}
	}

	private void visit(String type, long position, long length) throws IOException, UnusablePhotoException {
		switch (type) {
			case "VP8X" -> keepCanvas(littleEndian(position, 10));
			case "VP8 " -> keepLossy(littleEndian(position, 10), length);
			case "VP8L" -> keepLossless(littleEndian(position, 5));
			case "ANIM", "ANMF" -> throw Refusals.severalPictures();
			case "ALPH" -> this.alpha = true;
			case "ICCP" -> this.limits.checkProfile(length);
			default -> keepMetadata(type, position, length);
		}
	}

	private void keepMetadata(String type, long position, long length) throws IOException, UnusablePhotoException {
		this.metadataBytes += length;
		this.limits.checkMetadata(this.metadataBytes);
		if (type.equals("EXIF")) {
			this.orientation = ExifOrientation.read(this.original.bytesAt(position, (int) length));
		}
	}

	private void keepCanvas(ByteBuffer chunk) throws UnusablePhotoException {
		int flags = chunk.get(0);
		if ((flags & ANIMATION) != 0) {
			throw Refusals.severalPictures();
		}
		this.alpha |= (flags & ALPHA) != 0;
		this.canvas = new int[] { 1 + (chunk.getInt(4) & 0xFFFFFF), 1 + (chunk.getInt(6) >>> 8) };
		this.limits.checkDimensions(this.canvas[0], this.canvas[1]);
	}

	/** A frame tag of three bytes, a start code, then the dimensions: RFC 6386, §9.1. */
	private void keepLossy(ByteBuffer chunk, long length) throws UnusablePhotoException {
		int tag = chunk.getInt(0) & 0xFFFFFF;
		if ((tag & 1) != 0 || (chunk.getInt(3) & 0xFFFFFF) != 0x2A019D || tag >> 5 > length) {
			throw Refusals.damaged();
		}
		keepPicture(chunk.getShort(6) & 0x3FFF, chunk.getShort(8) & 0x3FFF);
	}

	private void keepLossless(ByteBuffer chunk) throws UnusablePhotoException {
		if (chunk.get(0) != 0x2F) {
			throw Refusals.damaged();
		}
		int bits = chunk.getInt(1);
		this.alpha |= (bits >> 28 & 1) != 0;
		keepPicture(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF));
	}

	private void keepPicture(int width, int height) throws UnusablePhotoException {
		if (this.picture != null) {
			throw Refusals.severalPictures();
		}
		this.limits.checkDimensions(width, height);
		this.picture = new int[] { width, height };
	}

	private PhotoHeader header() throws UnusablePhotoException {
		int[] size = this.picture;
		if (size == null) {
			throw Refusals.noPicture();
		}
		if (this.canvas != null && !java.util.Arrays.equals(this.canvas, size)) {
			throw Refusals.damaged("The file's header does not fit its picture.");
		}
		return new PhotoHeader(PhotoFormat.WEBP, size[0], size[1], this.alpha ? 4 : 3, 8, 1, this.orientation, null);
	}

	private ByteBuffer littleEndian(long position, int count) throws IOException {
		return ByteBuffer.wrap(this.original.bytesAt(position, count)).order(ByteOrder.LITTLE_ENDIAN);
	}

}
