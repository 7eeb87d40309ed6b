package io.safelight.imaging.hostile;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import io.safelight.imaging.render.Drawings;

import static io.safelight.imaging.hostile.HostileFile.harmless;
import static io.safelight.imaging.hostile.HostileFile.refused;
import static io.safelight.imaging.hostile.HostileFile.rendered;

/**
 * PNG files that are bombs, lie or carry too much.
 */
final class HostilePngs {

	private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A };

	private static final int GREY = 0;

	private static final int RGB = 2;

	private final List<HostileFile> files = new ArrayList<>();

	static List<HostileFile> all() {
		HostilePngs pngs = new HostilePngs();
		pngs.bombs();
		pngs.truncated();
		pngs.broken();
		pngs.excessive();
		pngs.places();
		pngs.unusualButGood();
		return pngs.files;
	}

	/** The good file that others are made from. */
	static byte[] good() {
		return written(Drawings.landscape(480, 320));
	}

	private void bombs() {
		byte[] black = Bytes.deflate(Bytes.zeros(20 << 20));
		this.files.add(refused("PNG bomb of 50,000 × 50,000", png(50_000, 50_000, 1, GREY, black), "too-large"));
		this.files.add(refused("PNG with a side of 65,535", png(65_535, 1, 8, GREY, black), "too-large"));
		this.files.add(refused("PNG of 2³¹ − 1 a side", png(Integer.MAX_VALUE, Integer.MAX_VALUE, 8, RGB, black),
				"too-large"));
		this.files.add(refused("PNG of 2³² − 1 a side", png(-1, -1, 8, RGB, black), "too-large"));
		this.files.add(refused("PNG of 10,001 × 10,000", png(10_001, 10_000, 8, RGB, black), "too-large"));
		this.files.add(rendered("PNG bomb of 16 megapixels",
				png(4000, 4000, 8, GREY, Bytes.deflate(Bytes.zeros(4001 * 4000)))));
		this.files.add(refused("PNG of 99 megapixels of 16 bits and alpha",
				png(9950, 9950, 16, 6, Bytes.deflate(Bytes.zeros(1 << 20))), "too-large"));
		this.files.add(refused("PNG bomb of 50 megapixels that ends too soon",
				png(7100, 7100, 8, RGB, Bytes.deflate(Bytes.zeros(1 << 20))), "truncated-file", "damaged-file"));
		this.files.add(refused("PNG without width", png(0, 10, 8, GREY, black), "damaged-file"));
	}

	private void truncated() {
		byte[] good = good();
		for (double part : new double[] { 0.02, 0.3, 0.7, 0.99 }) {
			this.files.add(refused("PNG cut at " + part, Bytes.cut(good, part), "truncated-file"));
		}
		this.files
			.add(refused("PNG without an end", java.util.Arrays.copyOf(good, good.length - 12), "truncated-file"));
		this.files.add(refused("the start of a PNG", SIGNATURE, "truncated-file"));
		this.files.add(refused("PNG whose data end too soon", png(480, 320, 8, RGB, Bytes.deflate(Bytes.zeros(70_000))),
				"truncated-file", "damaged-file"));
		this.files.add(refused("PNG without data", start(480, 320, 8, RGB).chunk("IEND", Bytes.zeros(0)).toArray(),
				"damaged-file"));
	}

	private void broken() {
		byte[] wrongSum = good();
		wrongSum[wrongSum.length / 2] ^= 1;
		this.files.add(refused("PNG with a wrong checksum", wrongSum, "damaged-file"));
		byte[] wrongHeader = good();
		wrongHeader[19] ^= 1;
		this.files.add(refused("PNG with a wrong checksum of its header", wrongHeader, "damaged-file"));
		this.files
			.add(refused("PNG of 3 bits", png(48, 32, 3, GREY, Bytes.deflate(Bytes.zeros(4000))), "damaged-file"));
		this.files.add(
				refused("PNG of a colour type 5", png(48, 32, 8, 5, Bytes.deflate(Bytes.zeros(9000))), "damaged-file"));
		this.files.add(refused("PNG of colours without a palette",
				png(48, 32, 8, 3, Bytes.deflate(Bytes.zeros(49 * 32))), "damaged-file"));
		this.files.add(harmless("PNG of colours beyond its palette",
				start(48, 32, 8, 3).chunk("PLTE", new byte[3])
					.chunk("IDAT", Bytes.deflate(ones(49 * 32)))
					.chunk("IEND", Bytes.zeros(0))
					.toArray()));
		this.files.add(refused("PNG of noise", png(480, 320, 8, RGB, ones(10_000)), "damaged-file"));
		this.files.add(refused("PNG with an unknown critical part",
				start(48, 32, 8, GREY).chunk("EVIL", Bytes.zeros(10))
					.chunk("IDAT", Bytes.deflate(Bytes.zeros(49 * 32)))
					.chunk("IEND", Bytes.zeros(0))
					.toArray(),
				"damaged-file"));
		this.files.add(refused("PNG that begins with its end",
				new Bytes().put(SIGNATURE).chunk("IEND", Bytes.zeros(0)).toArray(), "damaged-file"));
		this.files.add(refused("PNG with two headers",
				start(48, 32, 8, GREY).chunk("IHDR", new Bytes().be32(48).be32(32).u8(8, 0, 0, 0, 0).toArray())
					.toArray(),
				"damaged-file"));
		this.files.add(refused("PNG with a chunk of four gigabytes",
				start(48, 32, 8, GREY).be32(0xFFFFFFFFL).put("IDAT").put(Bytes.zeros(100)).toArray(),
				"truncated-file"));
	}

	private void excessive() {
		Bytes chunks = start(10, 10, 8, RGB);
		for (int i = 0; i < 210_000; i++) {
			chunks.chunk("tEXt", Bytes.zeros(0));
		}
		this.files.add(refused("PNG of 210,000 chunks", chunks.toArray(), "damaged-file"));
		this.files.add(refused("APNG", with("acTL", new Bytes().be32(12).be32(0).toArray()), "several-pictures"));
		byte[] gigabyte = Bytes.deflate(Bytes.zeros(64 << 20));
		this.files.add(refused("PNG with a profile that inflates to 64 MB",
				with("iCCP", Bytes.concat(Bytes.ascii("evil\0\0"), gigabyte)), "too-large"));
		this.files.add(rendered("PNG with a text that inflates to 64 MB",
				with("zTXt", Bytes.concat(Bytes.ascii("Comment\0\0"), gigabyte))));
		this.files.add(refused("PNG with nine megabytes of text", with("tEXt", ones(9 << 20)), "too-large"));
		this.files.add(rendered("PNG with a broken profile", with("iCCP", ones(5000))));
	}

	private void places() {
		this.files.add(rendered("place in PNG's tEXt", with("tEXt", Bytes.ascii("Location\0" + Place.NAME))));
		this.files.add(rendered("place in PNG's zTXt",
				with("zTXt", Bytes.concat(Bytes.ascii("Location\0\0"), Bytes.deflate(Bytes.ascii(Place.NAME))))));
		this.files
			.add(rendered("GPS in PNG's iTXt", with("iTXt", Bytes.ascii("XML:com.adobe.xmp\0\0\0\0\0" + Place.xmp()))));
		this.files.add(rendered("GPS in PNG's eXIf", with("eXIf", Place.exif(false))));
		this.files.add(rendered("GPS in PNG's raw profile",
				with("tEXt", Bytes.ascii("Raw profile type exif\0" + Place.NAME))));
		this.files.add(rendered("place behind PNG's end", Bytes.concat(good(), Bytes.ascii(Place.NAME))));
	}

	private void unusualButGood() {
		this.files.add(rendered("PNG of 16 bits of grey", written(drawn(BufferedImage.TYPE_USHORT_GRAY))));
		this.files.add(rendered("PNG of 16 bits of colour",
				png(480, 320, 16, RGB, Bytes.deflate(Bytes.zeros((6 * 480 + 1) * 320)))));
		this.files.add(rendered("PNG of 16 bits with alpha",
				png(480, 320, 16, 6, Bytes.deflate(Bytes.zeros((8 * 480 + 1) * 320)))));
		this.files.add(rendered("PNG with alpha", written(drawn(BufferedImage.TYPE_INT_ARGB))));
		this.files.add(rendered("PNG with a palette", written(drawn(BufferedImage.TYPE_BYTE_INDEXED))));
		this.files.add(rendered("PNG of one bit", written(drawn(BufferedImage.TYPE_BYTE_BINARY))));
	}

	private static BufferedImage drawn(int type) {
		BufferedImage image = new BufferedImage(480, 320, type);
		image.createGraphics().drawImage(Drawings.landscape(480, 320), 0, 0, null);
		return image;
	}

	private static byte[] with(String type, byte[] data) {
		byte[] good = good();
		int afterHeader = SIGNATURE.length + 25;
		return Bytes.concat(java.util.Arrays.copyOf(good, afterHeader), new Bytes().chunk(type, data).toArray(),
				java.util.Arrays.copyOfRange(good, afterHeader, good.length));
	}

	private static byte[] png(int width, int height, int bits, int colourType, byte[] data) {
		return start(width, height, bits, colourType).chunk("IDAT", data).chunk("IEND", Bytes.zeros(0)).toArray();
	}

	private static Bytes start(int width, int height, int bits, int colourType) {
		return new Bytes().put(SIGNATURE)
			.chunk("IHDR", new Bytes().be32(width).be32(height).u8(bits, colourType, 0, 0, 0).toArray());
	}

	private static byte[] ones(int count) {
		byte[] bytes = new byte[count];
		java.util.Arrays.fill(bytes, (byte) 1);
		return bytes;
	}

	private static byte[] written(BufferedImage image) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
