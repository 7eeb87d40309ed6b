package io.safelight.imaging.render;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.TreeMap;

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

	/** A picture has about ten; each of thousands would cost a pass over all pixels. */
	private static final int MOST_SCANS = 100;

	private static final int MOST_SAMPLING = 4;

	private final MarkerStream in;

	private final PhotoLimits limits;

	private final TreeMap<Integer, byte[]> iccChunks = new TreeMap<>();

	private Orientation orientation = Orientation.UPRIGHT;

	private byte @Nullable [] frame;

	private int iccAnnounced;

	private long iccBytes;

	private long metadataBytes;

	private int scans;

	private JpegHeaderReader(InputStream in, PhotoLimits limits) {
		this.in = new MarkerStream(in);
		this.limits = limits;
	}

	/**
	 * Reads the header and makes sure that the file has an end.
	 * @param in the file's first byte next; read unbuffered
	 */
	static PhotoHeader read(InputStream in, PhotoLimits limits) throws IOException, UnusablePhotoException {
		JpegHeaderReader reader = new JpegHeaderReader(in, limits);
		try {
			return reader.walk();
		}
		catch (EOFException ex) {
			throw Refusals.truncated(ex);
		}
	}

	private PhotoHeader walk() throws IOException, UnusablePhotoException {
		this.in.skip(2);
		int marker = this.in.nextMarker();
		while (marker != 0xD9) {
			visit(marker);
			marker = (marker == 0xDA) ? this.in.nextMarkerAfterScan() : this.in.nextMarker();
		}
		byte[] sof = this.frame;
		if (sof == null || this.scans == 0) {
			throw Refusals.noPicture();
		}
		return new PhotoHeader(PhotoFormat.JPEG, short16(sof, 3), short16(sof, 1), sof[5] & 0xFF, sof[0] & 0xFF, 1,
				this.orientation, iccProfile());
	}

	private void visit(int marker) throws IOException, UnusablePhotoException {
		if (hasNoLength(marker)) {
			return;
		}
		int length = this.in.nextShort() - 2;
		if (length < 0) {
			throw Refusals.damaged();
		}
		if (isStartOfFrame(marker)) {
			keepFrame(marker, this.in.read(length));
		}
		else if (marker == 0xDA) {
			countScan();
			this.in.skip(length);
		}
		else if (isMetadata(marker)) {
			keepMetadata(marker, this.in.read(length));
		}
		else {
			this.in.skip(length);
		}
	}

	private void keepFrame(int marker, byte[] sof) throws UnusablePhotoException {
		if (this.frame != null) {
			throw Refusals.damaged("The file holds two pictures in one frame. Export it anew.");
		}
		if (marker > 0xC2) {
			throw Refusals.unsupported("The file is a JPEG of a rare kind (lossless, hierarchical or arithmetic)."
					+ " Export it as a baseline or progressive JPEG.");
		}
		if (sof.length < 6 || sof.length < 6 + 3 * (sof[5] & 0xFF)) {
			throw Refusals.damaged();
		}
		this.limits.checkDimensions(short16(sof, 3), short16(sof, 1));
		checkComponents(sof);
		this.frame = sof;
	}

	private static void checkComponents(byte[] sof) throws UnusablePhotoException {
		int components = sof[5] & 0xFF;
		if ((sof[0] & 0xFF) != 8 || (components != 1 && components != 3 && components != 4)) {
			throw Refusals.unsupported("The file is a JPEG of a rare kind (" + (sof[0] & 0xFF) + " bits, " + components
					+ " components). Export it as a baseline or progressive JPEG.");
		}
		for (int i = 0; i < components; i++) {
			int sampling = sof[7 + 3 * i] & 0xFF;
			if (sampling >> 4 < 1 || sampling >> 4 > MOST_SAMPLING || (sampling & 15) < 1
					|| (sampling & 15) > MOST_SAMPLING) {
				throw Refusals.damaged();
			}
		}
	}

	private void countScan() throws UnusablePhotoException {
		if (this.frame == null) {
			throw Refusals.noPicture();
		}
		if (++this.scans > MOST_SCANS) {
			throw Refusals.damaged("The file holds too many scans. Export it anew.");
		}
	}

	private void keepMetadata(int marker, byte[] segment) throws UnusablePhotoException {
		if (marker == 0xE2 && startsWith(segment, ICC) && segment.length > ICC.length() + 2) {
			keepIcc(segment);
			return;
		}
		this.metadataBytes += segment.length;
		this.limits.checkMetadata(this.metadataBytes);
		if (marker == 0xE1 && startsWith(segment, EXIF)) {
			this.orientation = ExifOrientation.read(after(segment, EXIF.length()));
		}
	}

	private void keepIcc(byte[] segment) throws UnusablePhotoException {
		this.iccBytes += segment.length;
		this.limits.checkProfile(this.iccBytes);
		this.iccAnnounced = segment[ICC.length() + 1] & 0xFF;
		this.iccChunks.put(segment[ICC.length()] & 0xFF, after(segment, ICC.length() + 2));
	}

	/** A profile with a piece missing says nothing. */
	private byte @Nullable [] iccProfile() {
		if (this.iccChunks.isEmpty() || this.iccChunks.size() != this.iccAnnounced || this.iccChunks.firstKey() != 1
				|| this.iccChunks.lastKey() != this.iccAnnounced) {
			return null;
		}
		ByteArrayOutputStream profile = new ByteArrayOutputStream();
		this.iccChunks.values().forEach(profile::writeBytes);
		return profile.toByteArray();
	}

	private static boolean hasNoLength(int marker) {
		return marker == 0 || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
	}

	/** APP0 to APP15, and comments. */
	private static boolean isMetadata(int marker) {
		return (marker >= 0xE0 && marker <= 0xEF) || marker == 0xFE;
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
		return (bytes[offset] & 0xFF) << 8 | bytes[offset + 1] & 0xFF;
	}

}
