package io.safelight.imaging.render;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

import org.jspecify.annotations.Nullable;

/**
 * Walks through the chunks of a PNG file (W3C PNG, third edition, §5 and §11) up to its
 * end and compares all checksums. Only the few chunks that say how to show the picture
 * are read.
 */
final class PngHeaderReader {

	private static final int SIGNATURE_BYTES = 8;

	/** A picture of 200 MB has some 25,000 of the usual size. */
	private static final int MOST_CHUNKS = 200_000;

	/** Nothing that is read here is larger. */
	private static final int MOST_TO_READ = 8 << 20;

	private final Original original;

	private final PhotoLimits limits;

	private final byte[] buffer = new byte[1 << 16];

	private @Nullable ByteBuffer start;

	private long metadataBytes;

	private long pictureBytes;

	private Orientation orientation = Orientation.UPRIGHT;

	private byte @Nullable [] iccProfile;

	private PngHeaderReader(Original original, PhotoLimits limits) {
		this.original = original;
		this.limits = limits;
	}

	static PhotoHeader read(Original original, PhotoLimits limits) throws IOException, UnusablePhotoException {
		PngHeaderReader reader = new PngHeaderReader(original, limits);
		try {
			reader.walk();
		}
		catch (EOFException ex) {
			throw Refusals.truncated(ex);
		}
		return reader.header();
	}

	private void walk() throws IOException, UnusablePhotoException {
		long position = SIGNATURE_BYTES;
		String type = "";
		for (int chunks = 0; !type.equals("IEND"); chunks++) {
			if (chunks > MOST_CHUNKS) {
				throw Refusals.damaged("The file is cut into too many parts. Export it anew.");
			}
			ByteBuffer chunk = ByteBuffer.wrap(this.original.bytesAt(position, 8));
			long length = Integer.toUnsignedLong(chunk.getInt());
			type = PhotoFormat.ascii(chunk.array(), 4, 4);
			if (chunks == 0 && !type.equals("IHDR")) {
				throw Refusals.noPicture();
			}
			visit(type, position + 8, length);
			checkSum(chunk, position + 8, length);
			position += length + 12;
		}
	}

	private void visit(String type, long position, long length) throws IOException, UnusablePhotoException {
		switch (type) {
			case "IHDR" -> keepStart(position, length);
			case "IDAT" -> this.pictureBytes += length;
			case "acTL" -> throw Refusals.severalPictures();
			case "iCCP" -> {
				this.limits.checkProfile(length);
				this.iccProfile = inflate(data(position, length).array());
			}
			default -> keepOther(type, position, length);
		}
	}

	private void keepStart(long position, long length) throws IOException, UnusablePhotoException {
		if (this.start != null || length != 13) {
			throw Refusals.damaged();
		}
		ByteBuffer ihdr = data(position, length);
		this.limits.checkDimensions(Integer.toUnsignedLong(ihdr.getInt(0)), Integer.toUnsignedLong(ihdr.getInt(4)));
		if (!isKnown(ihdr.get(9), ihdr.get(8)) || ihdr.get(10) != 0 || ihdr.get(11) != 0 || ihdr.get(12) > 1
				|| ihdr.get(12) < 0) {
			throw Refusals.damaged();
		}
		this.limits.checkDepth(ihdr.getInt(0), ihdr.getInt(4), components(ihdr.get(9)), ihdr.get(8));
		this.start = ihdr;
	}

	private void keepOther(String type, long position, long length) throws IOException, UnusablePhotoException {
		boolean critical = Character.isUpperCase(type.charAt(0));
		if (critical && !type.equals("PLTE") && !type.equals("IEND")) {
			throw Refusals.damaged("The file has a part of unknown purpose that must not be ignored. Export it anew.");
		}
		this.metadataBytes += length;
		this.limits.checkMetadata(this.metadataBytes);
		if (type.equals("eXIf")) {
			this.orientation = ExifOrientation.read(data(position, length).array());
		}
	}

	private ByteBuffer data(long position, long length) throws IOException, UnusablePhotoException {
		if (length > MOST_TO_READ) {
			throw Refusals.damaged();
		}
		return ByteBuffer.wrap(this.original.bytesAt(position, (int) length));
	}

	private void checkSum(ByteBuffer chunk, long position, long length) throws IOException, UnusablePhotoException {
		CRC32 crc = new CRC32();
		crc.update(chunk.array(), 4, 4);
		for (long done = 0; done < length;) {
			int count = (int) Math.min(this.buffer.length, length - done);
			this.original.read(position + done, this.buffer, count);
			crc.update(this.buffer, 0, count);
			done += count;
		}
		int stored = ByteBuffer.wrap(this.original.bytesAt(position + length, 4)).getInt();
		if (stored != (int) crc.getValue()) {
			throw Refusals.damaged("The file's checksums do not fit its data. Export it anew.");
		}
	}

	/** A name ended by zero, one byte for the method, then the compressed profile. */
	private byte @Nullable [] inflate(byte[] chunk) throws UnusablePhotoException {
		int name = 0;
		while (name < chunk.length && chunk[name] != 0) {
			name++;
		}
		int from = Math.min(name + 2, chunk.length);
		try (InflaterInputStream in = new InflaterInputStream(
				new ByteArrayInputStream(chunk, from, chunk.length - from))) {
			byte[] profile = in.readNBytes(this.limits.profileBytes() + 1);
			this.limits.checkProfile(profile.length);
			return profile;
		}
		catch (IOException ex) {
			return null;
		}
	}

	private PhotoHeader header() throws UnusablePhotoException {
		ByteBuffer ihdr = this.start;
		if (ihdr == null || this.pictureBytes == 0) {
			throw Refusals.noPicture();
		}
		return new PhotoHeader(PhotoFormat.PNG, ihdr.getInt(0), ihdr.getInt(4), components(ihdr.get(9)), ihdr.get(8), 1,
				this.orientation, this.iccProfile);
	}

	/** Table 11.1 of the standard. */
	private static boolean isKnown(byte colourType, byte bits) {
		return switch (colourType) {
			case 0 -> bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
			case 3 -> bits == 1 || bits == 2 || bits == 4 || bits == 8;
			case 2, 4, 6 -> bits == 8 || bits == 16;
			default -> false;
		};
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
