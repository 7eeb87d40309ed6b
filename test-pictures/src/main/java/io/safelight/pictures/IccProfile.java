package io.safelight.pictures;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Display profiles of three primaries and one gamma, put together by code (ICC.1:2001,
 * §6): what Adobe RGB is, and Display P3 but for the shape of its curve.
 */
public final class IccProfile {

	private IccProfile() {
	}

	/** Primaries of Display P3, adapted to D50, with a gamma of 2.2. */
	public static byte[] displayP3() {
		return matrix(2.2, new double[] { 0.51512, 0.24120, -0.00105 }, new double[] { 0.29198, 0.69225, 0.04189 },
				new double[] { 0.15710, 0.06657, 0.78407 });
	}

	/** Primaries of Adobe RGB (1998), adapted to D50, with its gamma. */
	public static byte[] adobeRgb() {
		return matrix(563 / 256.0, new double[] { 0.60974, 0.31111, 0.01947 },
				new double[] { 0.20528, 0.62567, 0.06087 }, new double[] { 0.14919, 0.06322, 0.74457 });
	}

	private static byte[] matrix(double gamma, double[] red, double[] green, double[] blue) {
		Map<String, byte[]> tags = new LinkedHashMap<>();
		tags.put("desc", description());
		tags.put("cprt", text());
		tags.put("wtpt", xyz(new double[] { 0.9642, 1, 0.8249 }));
		tags.put("rXYZ", xyz(red));
		tags.put("gXYZ", xyz(green));
		tags.put("bXYZ", xyz(blue));
		tags.put("rTRC", curve(gamma));
		tags.put("gTRC", curve(gamma));
		tags.put("bTRC", curve(gamma));
		return assemble(tags);
	}

	private static byte[] assemble(Map<String, byte[]> tags) {
		int start = 132 + 12 * tags.size();
		int length = start + tags.values().stream().mapToInt((tag) -> tag.length).sum();
		ByteBuffer profile = ByteBuffer.allocate(length);
		profile.putInt(0, length).putInt(8, 0x02400000).put(12, ascii("mntrRGB XYZ ")).put(36, ascii("acsp"));
		profile.putInt(68, 0xF6D6).putInt(72, 0x10000).putInt(76, 0xD32D);
		profile.position(128).putInt(tags.size());
		int at = start;
		for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
			profile.put(ascii(tag.getKey())).putInt(at).putInt(tag.getValue().length);
			profile.put(at, tag.getValue());
			at += tag.getValue().length;
		}
		return profile.array();
	}

	private static byte[] xyz(double[] xyz) {
		ByteBuffer tag = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
		for (double value : xyz) {
			tag.putInt((int) Math.round(value * 65536));
		}
		return tag.array();
	}

	private static byte[] curve(double gamma) {
		return ByteBuffer.allocate(16)
			.put(ascii("curv"))
			.putInt(0)
			.putInt(1)
			.putShort((short) Math.round(gamma * 256))
			.array();
	}

	private static byte[] description() {
		return ByteBuffer.allocate(96).put(ascii("desc")).putInt(0).putInt(5).put(ascii("test\0")).array();
	}

	private static byte[] text() {
		return ByteBuffer.allocate(16).put(ascii("text")).putInt(0).put(ascii("CC0\0")).array();
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
