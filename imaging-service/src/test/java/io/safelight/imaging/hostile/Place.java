package io.safelight.imaging.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where the photographer lives, in every way a camera or an editor may write it down; and
 * how it is found again.
 */
final class Place {

	/** A word that no encoder writes by chance. */
	static final String NAME = "SECRETPLACE";

	private Place() {
	}

	/** A TIFF block: GPS in a directory of its own, a maker's note, a thumbnail. */
	static byte[] exif(boolean littleEndian) {
		Bytes tiff = new Bytes().put(littleEndian ? "II" : "MM");
		short16(tiff, littleEndian, 42);
		int32(tiff, littleEndian, 8);
		short16(tiff, littleEndian, 2);
		entry(tiff, littleEndian, 0x8825, 4, 1, 38);
		entry(tiff, littleEndian, 0x927C, 7, 60, 140);
		int32(tiff, littleEndian, 0);
		short16(tiff, littleEndian, 3);
		entry(tiff, littleEndian, 0x0002, 5, 3, 92);
		entry(tiff, littleEndian, 0x0004, 5, 3, 92);
		entry(tiff, littleEndian, 0x001B, 2, NAME.length() + 1, 116);
		int32(tiff, littleEndian, 0);
		tiff.put(Bytes.zeros(12));
		for (int[] rational : RATIONALS) {
			int32(tiff, littleEndian, rational[0]);
			int32(tiff, littleEndian, rational[1]);
		}
		return tiff.put(NAME).put(Bytes.zeros(13)).put("Maker " + NAME).put(Bytes.zeros(60)).toArray();
	}

	private static final int[][] RATIONALS = { { 48, 1 }, { 12, 1 }, { 305917, 10007 } };

	static String xmp() {
		return "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:Description exif:GPSLatitude='48,12.3059N' place='" + NAME
				+ "'/></x:xmpmeta>";
	}

	/** What must be in no copy. */
	static List<byte[]> traces() {
		return List.of(Bytes.ascii(NAME), NAME.getBytes(StandardCharsets.UTF_16LE),
				NAME.getBytes(StandardCharsets.UTF_16BE), rational(false), rational(true), Bytes.ascii("GPSLatitude"),
				Bytes.ascii("Exif\0"), Bytes.ascii("http://ns.adobe.com"), Bytes.ascii("Photoshop"),
				Bytes.ascii("ICC_PROFILE"), Bytes.ascii("EXIF"), Bytes.ascii("XMP "));
	}

	private static byte[] rational(boolean littleEndian) {
		Bytes bytes = new Bytes();
		int32(bytes, littleEndian, RATIONALS[2][0]);
		int32(bytes, littleEndian, RATIONALS[2][1]);
		return bytes.toArray();
	}

	static boolean isIn(byte[] file) {
		return traces().stream().anyMatch((trace) -> contains(file, trace));
	}

	private static boolean contains(byte[] file, byte[] trace) {
		for (int i = 0; i <= file.length - trace.length; i++) {
			if (file[i] == trace[0] && java.util.Arrays.equals(file, i, i + trace.length, trace, 0, trace.length)) {
				return true;
			}
		}
		return false;
	}

	private static void entry(Bytes tiff, boolean littleEndian, int tag, int type, int count, int value) {
		short16(tiff, littleEndian, tag);
		short16(tiff, littleEndian, type);
		int32(tiff, littleEndian, count);
		int32(tiff, littleEndian, value);
	}

	private static void short16(Bytes bytes, boolean littleEndian, int value) {
		if (littleEndian) {
			bytes.le16(value);
		}
		else {
			bytes.be16(value);
		}
	}

	private static void int32(Bytes bytes, boolean littleEndian, int value) {
		if (littleEndian) {
			bytes.le32(value);
		}
		else {
			bytes.be32(value);
		}
	}

}
