package io.safelight.imaging.hostile;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import io.safelight.imaging.render.Drawings;

import static io.safelight.imaging.hostile.HostileFile.refused;
import static io.safelight.imaging.hostile.HostileFile.rendered;

/**
 * TIFF files whose directories lead astray.
 */
final class HostileTiffs {

	private static final int SHORT = 3;

	private static final int LONG = 4;

	private final List<HostileFile> files = new ArrayList<>();

	static List<HostileFile> all() {
		HostileTiffs tiffs = new HostileTiffs();
		tiffs.loops();
		tiffs.lying();
		tiffs.truncated();
		tiffs.places();
		tiffs.unusualButGood();
		return tiffs.files;
	}

	/** The good file that others are made from. */
	static byte[] good() {
		return written(Drawings.landscape(480, 320), "LZW");
	}

	private void loops() {
		this.files.add(refused("TIFF whose directory leads to itself", new Directory().picture(16, 16).next(8).file(),
				"damaged-file"));
		byte[] two = new Directory().picture(16, 16).next(600).file();
		byte[] second = new Directory().entry(254, LONG, 1, 1).next(8).directory();
		this.files.add(refused("TIFF whose directories lead to each other",
				Bytes.concat(java.util.Arrays.copyOf(two, 600), second), "damaged-file"));
		this.files.add(refused("TIFF of two pages",
				Bytes.concat(java.util.Arrays.copyOf(two, 600), new Directory().picture(16, 16).next(0).directory()),
				"several-pictures"));
		this.files.add(refused("TIFF whose next directory is beyond the end",
				new Directory().picture(16, 16).next(1 << 20).file(), "truncated-file"));
		this.files.add(refused("TIFF whose first directory is beyond the end",
				new Bytes().put("MM").be16(42).be32(0xFFFFFFF0L).put(Bytes.zeros(100)).toArray(), "truncated-file"));
		this.files.add(refused("TIFF of 65,535 entries",
				new Bytes().put("MM").be16(42).be32(8).be16(65_535).put(Bytes.zeros(70)).toArray(), "damaged-file"));
		this.files.add(refused("TIFF of no entries",
				new Bytes().put("MM").be16(42).be32(8).be16(0).put(Bytes.zeros(70)).toArray(), "damaged-file"));
	}

	private void lying() {
		this.files.add(refused("TIFF of 50,000 × 50,000", new Directory().picture(50_000, 50_000).file(), "too-large"));
		this.files.add(refused("TIFF of 2³² − 1 a side", new Directory().picture(-1, -1).file(), "too-large"));
		this.files.add(refused("TIFF without width", new Directory().picture(0, 16).file(), "damaged-file"));
		this.files.add(refused("TIFF of nothing", new Directory().entry(254, LONG, 1, 0).file(), "damaged-file"));
		this.files.add(
				refused("TIFF that has less than it says", new Directory().picture(400, 400).file(), "truncated-file"));
		this.files.add(refused("TIFF whose strip is beyond the end",
				new Directory().picture(16, 16).entry(273, LONG, 1, 1 << 24).file(), "truncated-file"));
		this.files.add(refused("TIFF whose strip has four gigabytes",
				new Directory().picture(16, 16).entry(279, LONG, 1, -1).file(), "truncated-file"));
		this.files.add(refused("TIFF of four billion strips",
				new Directory().picture(16, 16).entry(273, LONG, -1, 300).file(), "damaged-file"));
		this.files.add(refused("TIFF with more strips than lengths",
				new Directory().picture(16, 16).entry(273, LONG, 8, 300).file(), "damaged-file"));
		this.files.add(refused("TIFF of floating-point numbers",
				new Directory().picture(16, 16).entry(258, SHORT, 1, 32 << 16).entry(339, SHORT, 1, SHORT << 16).file(),
				"unsupported-type"));
		this.files.add(refused("TIFF of 200 samples",
				new Directory().picture(16, 16).entry(277, SHORT, 1, 200 << 16).file(), "unsupported-type"));
		this.files.add(refused("TIFF of an unknown compression",
				new Directory().picture(16, 16).entry(259, SHORT, 1, 34712 << 16).file(), "unsupported-type"));
		this.files.add(refused("TIFF of 64 bits", Bytes.concat(Bytes.ascii("MM\0+\0\10\0\0"), Bytes.zeros(100)),
				"unsupported-type"));
		this.files.add(refused("TIFF with a profile of two gigabytes",
				new Directory().picture(16, 16).entry(34675, 7, Integer.MAX_VALUE, 300).file(), "too-large"));
		this.files.add(refused("TIFF with two gigabytes of XMP",
				new Directory().picture(16, 16).entry(700, 1, Integer.MAX_VALUE, 300).file(), "too-large"));
	}

	private void truncated() {
		byte[] good = good();
		for (double part : new double[] { 0.0005, 0.3, 0.8, 0.999 }) {
			this.files.add(refused("TIFF cut at " + part, Bytes.cut(good, part), "truncated-file", "damaged-file",
					"unsupported-type"));
		}
		byte[] noise = good.clone();
		java.util.Arrays.fill(noise, 20, noise.length / 2, (byte) 0xA5);
		this.files.add(HostileFile.harmless("TIFF whose data are noise", noise));
	}

	private void places() {
		byte[] xmp = Bytes.ascii(Place.xmp());
		this.files.add(rendered("GPS in TIFF's XMP",
				Bytes.concat(new Directory().picture(16, 16).entry(700, 1, xmp.length, 1400).file(1400), xmp)));
		this.files.add(rendered("place in TIFF's description", Bytes
			.concat(new Directory().picture(16, 16).entry(270, 2, 11, 1400).file(1400), Bytes.ascii(Place.NAME))));
		this.files.add(rendered("GPS in TIFF's directory", Bytes
			.concat(new Directory().picture(16, 16).entry(0x8825, LONG, 1, 1438).file(1400), Place.exif(false))));
		this.files.add(rendered("GPS directory of TIFF in a circle",
				new Directory().picture(16, 16).entry(0x8825, LONG, 1, 8).entry(0x8769, LONG, 1, 8).file()));
	}

	private void unusualButGood() {
		for (String compression : List.of("LZW", "Deflate", "PackBits", "JPEG")) {
			this.files.add(rendered("TIFF by " + compression, written(Drawings.landscape(480, 320), compression)));
		}
		BufferedImage deep = new BufferedImage(480, 320, BufferedImage.TYPE_USHORT_GRAY);
		deep.createGraphics().drawImage(Drawings.landscape(480, 320), 0, 0, null);
		this.files.add(rendered("TIFF of 16 bits", written(deep, "Deflate")));
		this.files.add(rendered("TIFF written by hand", new Directory().picture(16, 16).file()));
	}

	private static byte[] written(BufferedImage image, String compression) {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			ImageWriteParam parameters = writer.getDefaultWriteParam();
			parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			parameters.setCompressionType(compression);
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), parameters);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	/** A big-endian directory at byte 8, with the data of a grey picture at 300. */
	private static final class Directory {

		private static final int DATA = 300;

		private final java.util.TreeMap<Integer, byte[]> entries = new java.util.TreeMap<>();

		private long next;

		Directory entry(int tag, int type, long count, long value) {
			this.entries.put(tag, new Bytes().be16(tag, type).be32(count).be32(value).toArray());
			return this;
		}

		Directory picture(int width, int height) {
			return entry(256, LONG, 1, width).entry(257, LONG, 1, height)
				.entry(258, SHORT, 1, 8 << 16)
				.entry(259, SHORT, 1, 1 << 16)
				.entry(262, SHORT, 1, 1 << 16)
				.entry(273, LONG, 1, DATA)
				.entry(277, SHORT, 1, 1 << 16)
				.entry(278, LONG, 1, height)
				.entry(279, LONG, 1, 256);
		}

		Directory next(long offset) {
			this.next = offset;
			return this;
		}

		byte[] directory() {
			Bytes bytes = new Bytes().be16(this.entries.size());
			this.entries.values().forEach(bytes::put);
			return bytes.be32(this.next).toArray();
		}

		byte[] file() {
			return file(1000);
		}

		byte[] file(int length) {
			byte[] file = new Bytes().put("MM").be16(42).be32(8).put(directory()).toArray();
			return java.util.Arrays.copyOf(file, length);
		}

	}

}
