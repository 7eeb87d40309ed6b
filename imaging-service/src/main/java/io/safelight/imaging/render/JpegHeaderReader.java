package io.safelight.imaging.render;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.TreeMap;

import io.safelight.imaging.render.UnusablePhotoException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the segments of a JPEG file (ITU-T T.81, annex B) up to its end marker.
 * ImageIO decodes half a picture with no more than a warning; this walk is how a
 * truncated file is found before any memory is spent on it. What follows the end marker,
 * such as a phone's second picture, is not looked at.
 */
final class JpegHeaderReader {

	private static final String EXIF = "Exif\0\0";

	private static final String ICC = "ICC_PROFILE\0";

	/** More is an attack, not a profile. */
	private static final int MOST_ICC_BYTES = 4 << 20;

	/** A picture has about ten; each of thousands would cost a pass over all pixels. */
	private static final int MOST_SCANS = 200;

	private final InputStream in;

	private final TreeMap<Integer, byte[]> iccChunks = new TreeMap<>();

	private Orientation orientation = Orientation.UPRIGHT;

	private byte @Nullable [] frame;

	private int iccBytes;

	private int scans;

	private JpegHeaderReader(InputStream in) {
		this.in = in;
	}

	/**
	 * Reads the header and makes sure that the file has an end.
	 * @param in the file's first byte next; read unbuffered
	 */
	static PhotoHeader read(InputStream in) throws IOException, UnusablePhotoException {
		JpegHeaderReader reader = new JpegHeaderReader(new BufferedInputStream(in, 1 << 16));
		try {
			return reader.walk();
		}
		catch (EOFException ex) {
			throw new UnusablePhotoException(Reason.TRUNCATED,
					"The file ends before the picture does. Upload the complete file.", ex);
		}
	}

	private PhotoHeader walk() throws IOException, UnusablePhotoException {
		int marker = startOfImage();
		while (marker != 0xD9) {
			byte[] segment = segment(marker);
			keep(marker, segment);
			marker = (marker == 0xDA) ? markerAfterScan() : nextMarker();
		}
		return header();
	}

	private int startOfImage() throws IOException {
		next();
		next();
		return nextMarker();
	}

	private PhotoHeader header() throws UnusablePhotoException {
		byte[] sof = this.frame;
		if (sof == null || sof.length < 6) {
			throw new UnusablePhotoException(Reason.DAMAGED, "The file holds no picture.");
		}
		return new PhotoHeader(PhotoFormat.JPEG, short16(sof, 3), short16(sof, 1), sof[5] & 0xFF, sof[0] & 0xFF, 1,
				this.orientation, iccProfile());
	}

	private void keep(int marker, byte[] segment) {
		if (isStartOfFrame(marker) && this.frame == null) {
			this.frame = segment;
		}
		else if (marker == 0xE1 && startsWith(segment, EXIF)) {
			this.orientation = ExifOrientation.read(after(segment, EXIF.length()));
		}
		else if (marker == 0xE2 && startsWith(segment, ICC) && segment.length > ICC.length() + 2) {
			keepIcc(segment);
		}
	}

	private void keepIcc(byte[] segment) {
		this.iccBytes += segment.length;
		if (this.iccBytes <= MOST_ICC_BYTES) {
			this.iccChunks.put(segment[ICC.length()] & 0xFF, after(segment, ICC.length() + 2));
		}
	}

	private byte @Nullable [] iccProfile() {
		if (this.iccChunks.isEmpty() || this.iccBytes > MOST_ICC_BYTES) {
			return null;
		}
		ByteArrayOutputStream profile = new ByteArrayOutputStream();
		this.iccChunks.values().forEach(profile::writeBytes);
		return profile.toByteArray();
	}

	private byte[] segment(int marker) throws IOException, UnusablePhotoException {
		if (hasNoLength(marker)) {
			return new byte[0];
		}
		int length = (next() << 8 | next()) - 2;
		if (length < 0) {
			throw new UnusablePhotoException(Reason.DAMAGED, "The file's structure is damaged.");
		}
		byte[] segment = this.in.readNBytes(length);
		if (segment.length < length) {
			throw new EOFException();
		}
		return segment;
	}

	private int nextMarker() throws IOException {
		int value = next();
		while (value != 0xFF) {
			value = next();
		}
		while (value == 0xFF) {
			value = next();
		}
		return value;
	}

	/** In a scan, FF00 is data and FFD0 to FFD7 restart it: neither ends it. */
	private int markerAfterScan() throws IOException, UnusablePhotoException {
		if (++this.scans > MOST_SCANS) {
			throw new UnusablePhotoException(Reason.DAMAGED, "The file holds too many scans. Export it anew.");
		}
		int marker = nextMarker();
		while (marker == 0 || (marker >= 0xD0 && marker <= 0xD7)) {
			marker = nextMarker();
		}
		return marker;
	}

	private int next() throws IOException {
		int value = this.in.read();
		if (value < 0) {
			throw new EOFException();
		}
		return value;
	}

	private static boolean hasNoLength(int marker) {
		return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
	}

	/**
	 * C0 to CF but for Huffman tables, JPEG's own extension and arithmetic conditioning.
	 */
	private static boolean isStartOfFrame(int marker) {
		return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
	}

	private static boolean startsWith(byte[] segment, String name) {
		return segment.length >= name.length() && PhotoFormat.ascii(segment, 0, name.length()).equals(name);
	}

	private static byte[] after(byte[] segment, int offset) {
		return Arrays.copyOfRange(segment, offset, segment.length);
	}

	private static int short16(byte[] bytes, int offset) {
		return (bytes[offset] & 0xFF) << 8 | (bytes[offset + 1] & 0xFF);
	}

}
