package io.safelight.imaging.hostile;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import static io.safelight.imaging.hostile.HostileFile.harmless;
import static io.safelight.imaging.hostile.HostileFile.refused;
import static io.safelight.imaging.hostile.HostileFile.rendered;

/**
 * WebP files that are bombs, lie or carry too much.
 */
final class HostileWebps {

	private static final byte[] LOSSY_PIXEL = Base64.getDecoder()
		.decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

	private final List<HostileFile> files = new ArrayList<>();

	static List<HostileFile> all() {
		HostileWebps webps = new HostileWebps();
		webps.bombs();
		webps.lying();
		webps.places();
		webps.files.add(rendered("WebP of one pixel", LOSSY_PIXEL));
		webps.files.add(rendered("lossless WebP", good(480, 320)));
		return webps.files;
	}

	private void bombs() {
		this.files.add(refused("WebP bomb of 16,384 × 16,384", good(16_384, 16_384), "too-large"));
		this.files.add(refused("animated WebP", file(extended(0x02, 480, 320), chunk("ANIM", Bytes.zeros(6))),
				"several-pictures"));
		this.files.add(refused("WebP animated against its word",
				file(extended(0, 480, 320), chunk("VP8L", lossless(480, 320)), chunk("ANMF", Bytes.zeros(16))),
				"several-pictures"));
		this.files.add(refused("WebP of two pictures",
				file(chunk("VP8L", lossless(480, 320)), chunk("VP8L", lossless(480, 320))), "several-pictures"));
		Bytes chunks = new Bytes().put(extended(0, 480, 320));
		for (int i = 0; i < 5000; i++) {
			chunks.put(chunk("EVIL", Bytes.zeros(2)));
		}
		this.files.add(refused("WebP of 5000 chunks", file(chunks.toArray()), "damaged-file"));
		this.files.add(refused("WebP with a profile of five megabytes",
				file(extended(0x20, 480, 320), chunk("ICCP", Bytes.zeros(5 << 20)), chunk("VP8L", lossless(480, 320))),
				"too-large"));
		this.files.add(refused("WebP with nine megabytes of XMP",
				file(extended(0x04, 480, 320), chunk("VP8L", lossless(480, 320)), chunk("XMP ", Bytes.zeros(9 << 20))),
				"too-large"));
	}

	private void lying() {
		byte[] good = good(480, 320);
		this.files.add(refused("WebP cut in the middle", Bytes.cut(good, 0.6), "truncated-file"));
		this.files.add(refused("WebP without its last byte", Bytes.cut(LOSSY_PIXEL, 0.98), "truncated-file"));
		this.files.add(refused("the start of a WebP",
				Bytes.concat(Bytes.ascii("RIFF"), Bytes.zeros(4), Bytes.ascii("WEBP")), "damaged-file"));
		this.files.add(refused("WebP whose canvas is not its picture",
				file(extended(0, 4800, 3200), chunk("VP8L", lossless(480, 320))), "damaged-file"));
		this.files.add(refused("WebP whose canvas is huge",
				file(extended(0, 1 << 24, 1 << 24), chunk("VP8L", lossless(480, 320))), "too-large"));
		this.files.add(refused("WebP whose chunk goes beyond the end",
				file(new Bytes().put("VP8L").le32(1 << 30).put(lossless(480, 320)).toArray()), "damaged-file"));
		this.files.add(refused("WebP with a wrong signature", file(chunk("VP8L", Bytes.zeros(20))), "damaged-file"));
		this.files.add(refused("WebP with a wrong start code", file(chunk("VP8 ", Bytes.zeros(20))), "damaged-file"));
		byte[] inter = LOSSY_PIXEL.clone();
		inter[20] |= 1;
		this.files.add(refused("WebP without a key frame", inter, "damaged-file"));
		byte[] wide = LOSSY_PIXEL.clone();
		wide[26] = (byte) 0xFF;
		wide[27] = 0x0F;
		this.files.add(harmless("WebP that says more than it has", wide));
		this.files.add(harmless("WebP of noise", file(
				chunk("VP8L", Bytes.concat(java.util.Arrays.copyOf(lossless(480, 320), 5), HostileNoise.bytes(400))))));
	}

	private void places() {
		this.files.add(rendered("GPS in WebP's EXIF",
				file(extended(0x08, 480, 320), chunk("VP8L", lossless(480, 320)), chunk("EXIF", Place.exif(true)))));
		this.files.add(rendered("GPS in WebP's XMP", file(extended(0x04, 480, 320), chunk("VP8L", lossless(480, 320)),
				chunk("XMP ", Bytes.ascii(Place.xmp())))));
		this.files.add(rendered("place in a chunk of nobody's", file(extended(0, 480, 320),
				chunk("VP8L", lossless(480, 320)), chunk("ABCD", Bytes.ascii(Place.NAME)))));
		this.files.add(rendered("place behind WebP's end", Bytes.concat(good(480, 320), Bytes.ascii(Place.NAME))));
	}

	static byte[] good(int width, int height) {
		return file(chunk("VP8L", lossless(width, height)));
	}

	private static byte[] file(byte[]... chunks) {
		byte[] all = Bytes.concat(chunks);
		return new Bytes().put("RIFF").le32(all.length + 4).put("WEBP").put(all).toArray();
	}

	private static byte[] chunk(String type, byte[] data) {
		return new Bytes().riff(type, data).toArray();
	}

	private static byte[] extended(int flags, int width, int height) {
		return chunk("VP8X", new Bytes().u8(flags, 0, 0, 0).le24(width - 1).le24(height - 1).toArray());
	}

	/**
	 * One colour all over (RFC 9649, §3): a code of one symbol for each channel, so that
	 * pixels take no bits at all.
	 */
	private static byte[] lossless(int width, int height) {
		java.util.BitSet bits = new java.util.BitSet();
		int at = append(bits, 0, width - 1, 14);
		at = append(bits, at, height - 1, 14);
		at = append(bits, at, 0, 4 + 3);
		for (int symbol : new int[] { 120, 200, 40, 255, 0 }) {
			at = append(bits, at, 1 | 1 << 2 | symbol << 3, 11);
		}
		byte[] packed = java.util.Arrays.copyOf(bits.toByteArray(), Math.ceilDiv(at, 8));
		return Bytes.concat(new byte[] { 0x2F }, packed);
	}

	private static int append(java.util.BitSet bits, int at, int value, int count) {
		for (int i = 0; i < count; i++) {
			bits.set(at + i, (value >> i & 1) != 0);
		}
		return at + count;
	}

}
