package io.safelight.imaging.render;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.InflaterInputStream;

import io.safelight.imaging.render.UnusablePhotoException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the chunks of a PNG file (W3C PNG, third edition, §5 and §11) up to its
 * end. Only the few chunks that say how to show the picture are read.
 */
final class PngHeaderReader {

	private static final int SIGNATURE_BYTES = 8;

	/** Length, type and checksum. */
	private static final int CHUNK_OVERHEAD = 12;

	/** A picture of 200 MB has some 25,000 of the usual size. */
	private static final int MOST_CHUNKS = 200_000;

	private static final int MOST_METADATA_BYTES = 4 << 20;

	private final Original original;

	private @Nullable ByteBuffer start;

	private int frames = 1;

	private Orientation orientation = Orientation.UPRIGHT;

	private byte @Nullable [] iccProfile;

	private PngHeaderReader(Original original) {
		this.original = original;
	}

	static PhotoHeader read(Original original) throws IOException, UnusablePhotoException {
		PngHeaderReader reader = new PngHeaderReader(original);
		try {
			reader.walk();
		}
		catch (EOFException ex) {
			throw new UnusablePhotoException(Reason.TRUNCATED,
					"The file ends before the picture does. Upload the complete file.", ex);
		}
		return reader.header();
	}

	private void walk() throws IOException, UnusablePhotoException {
		long position = SIGNATURE_BYTES;
		String type = "";
		for (int chunks = 0; !type.equals("IEND"); chunks++) {
			if (chunks > MOST_CHUNKS) {
				throw new UnusablePhotoException(Reason.DAMAGED,
						"The file is cut into too many parts. Export it anew.");
			}
			ByteBuffer chunk = ByteBuffer.wrap(this.original.bytesAt(position, 8));
			long length = Integer.toUnsignedLong(chunk.getInt());
			type = PhotoFormat.ascii(chunk.array(), 4, 4);
			keep(type, position + 8, length);
			position += length + CHUNK_OVERHEAD;
		}
	}

	private void keep(String type, long position, long length) throws IOException {
		if (length > MOST_METADATA_BYTES) {
			return;
		}
		switch (type) {
			case "IHDR" -> this.start = data(position, length);
			case "acTL" -> this.frames = Math.max(1, data(position, length).getInt());
			case "eXIf" -> this.orientation = ExifOrientation.read(data(position, length).array());
			case "iCCP" -> this.iccProfile = inflate(data(position, length).array());
			default -> {
			}
		}
	}

	private ByteBuffer data(long position, long length) throws IOException {
		return ByteBuffer.wrap(this.original.bytesAt(position, (int) length));
	}

	/** A name ended by zero, one byte for the method, then the compressed profile. */
	private static byte @Nullable [] inflate(byte[] chunk) {
		int name = 0;
		while (name < chunk.length && chunk[name] != 0) {
			name++;
		}
		int from = Math.min(name + 2, chunk.length);
		try (InflaterInputStream in = new InflaterInputStream(
				new ByteArrayInputStream(chunk, from, chunk.length - from))) {
			byte[] profile = in.readNBytes(MOST_METADATA_BYTES + 1);
			return (profile.length > MOST_METADATA_BYTES) ? null : profile;
		}
		catch (IOException ex) {
			return null;
		}
	}

	private PhotoHeader header() throws UnusablePhotoException {
		ByteBuffer ihdr = this.start;
		if (ihdr == null || ihdr.limit() < 13) {
			throw new UnusablePhotoException(Reason.DAMAGED, "The file holds no picture.");
		}
		return new PhotoHeader(PhotoFormat.PNG, clamp(ihdr.getInt(0)), clamp(ihdr.getInt(4)), components(ihdr.get(9)),
				ihdr.get(8), this.frames, this.orientation, this.iccProfile);
	}

	private static int clamp(int unsigned) {
		return (unsigned < 0) ? Integer.MAX_VALUE : unsigned;
	}

	private static int components(byte colourType) {
		return switch (colourType) {
			case 0, 3 -> 1;
			case 4 -> 2;
			case 2 -> 3;
			default -> 4;
		};
	}

}
