package io.safelight.imaging.render;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;

import io.safelight.pictures.IccProfile;
import io.safelight.pictures.JpegFile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ColourConversionTests {

	private final PhotoRenderer renderer = new PhotoRenderer(PhotoLimits.DEFAULT, new PixelBudget(50_000_000));

	@Test
	void leavesColoursWithoutAProfileAlone() throws Exception {
		Color stored = new Color(200, 100, 50);
		assertThat(rendered(JpegFile.of(Drawings.plain(64, 64, stored)).bytes())).isEqualTo(stored);
	}

	@Test
	void convertsDisplayP3() throws Exception {
		// By hand: to the power of 2.2, primaries of P3 to XYZ, XYZ to sRGB, its curve.
		Color converted = rendered(JpegFile.of(Drawings.plain(64, 64, new Color(200, 100, 50)))
			.withProfile(IccProfile.displayP3())
			.bytes());
		assertThat(Drawings.distance(converted, new Color(216, 93, 24))).isLessThanOrEqualTo(2);
	}

	@Test
	void convertsAdobeRgb() throws Exception {
		Color converted = rendered(JpegFile.of(Drawings.plain(64, 64, new Color(100, 150, 100)))
			.withProfile(IccProfile.adobeRgb())
			.bytes());
		assertThat(Drawings.distance(converted, new Color(66, 151, 97))).isLessThanOrEqualTo(3);
	}

	@Test
	void ignoresABrokenProfile() throws Exception {
		Color stored = new Color(200, 100, 50);
		assertThat(rendered(JpegFile.of(Drawings.plain(64, 64, stored)).withProfile(new byte[200]).bytes()))
			.isEqualTo(stored);
	}

	@Test
	void convertsTheProfileOfAPngToo() throws Exception {
		byte[] png = withProfile(png(Drawings.plain(64, 64, new Color(200, 100, 50))), IccProfile.displayP3());
		assertThat(Drawings.distance(rendered(png), new Color(216, 93, 24))).isLessThanOrEqualTo(2);
	}

	@Test
	void laysTransparencyOnWhite() throws Exception {
		BufferedImage transparent = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
		assertThat(rendered(png(transparent))).isEqualTo(Color.WHITE);
	}

	@Test
	void keepsTheTonesOfGrey() throws Exception {
		BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
		grey.getRaster()
			.setSamples(0, 0, 64, 64, 0, java.util.stream.IntStream.generate(() -> 90).limit(4096).toArray());
		assertThat(Drawings.distance(rendered(png(grey)), new Color(90, 90, 90))).isLessThanOrEqualTo(1);
		assertThat(Drawings.distance(rendered(encoded(grey, "jpeg")), new Color(90, 90, 90))).isLessThanOrEqualTo(1);
	}

	@Test
	void readsSixteenBitsAComponent() throws Exception {
		BufferedImage deep = ImageTypeSpecifier
			.createInterleaved(ColorSpace.getInstance(ColorSpace.CS_sRGB), new int[] { 0, 1, 2 },
					java.awt.image.DataBuffer.TYPE_USHORT, false, false)
			.createBufferedImage(64, 64);
		for (int y = 0; y < 64; y++) {
			for (int x = 0; x < 64; x++) {
				deep.getRaster().setPixel(x, y, new int[] { 200 * 257, 100 * 257, 50 * 257 });
			}
		}
		assertThat(Drawings.distance(rendered(png(deep)), new Color(200, 100, 50))).isLessThanOrEqualTo(1);
	}

	@Test
	void readsTiff() throws Exception {
		assertThat(Drawings.distance(rendered(encoded(Drawings.plain(64, 64, new Color(10, 200, 90)), "tiff")),
				new Color(10, 200, 90)))
			.isLessThanOrEqualTo(1);
	}

	@Test
	void readsWebp() throws Exception {
		byte[] onePixel = java.util.Base64.getDecoder()
			.decode("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=");
		assertThat(rendered(onePixel).getAlpha()).isEqualTo(255);
	}

	@Test
	void readsFourInks() throws Exception {
		BufferedImage cmyk = ImageTypeSpecifier
			.createInterleaved(new FourInks(), new int[] { 0, 1, 2, 3 }, java.awt.image.DataBuffer.TYPE_BYTE, false,
					false)
			.createBufferedImage(64, 64);
		assertThat(Drawings.distance(rendered(rasterJpeg(cmyk)), Color.WHITE)).isLessThanOrEqualTo(3);
	}

	private Color rendered(byte[] file) throws Exception {
		try (Original original = Original.receive(new ByteArrayInputStream(file), 1_000_000)) {
			Rendition full = this.renderer.render(original, "seed", List.of(RenditionSize.FULL))
				.renditions()
				.getFirst();
			return Drawings.at(Drawings.read(full.jpeg()), 0.5, 0.5);
		}
	}

	private static byte[] png(BufferedImage image) throws Exception {
		return encoded(image, "png");
	}

	private static byte[] encoded(BufferedImage image, String format) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		assertThat(ImageIO.write(image, format, bytes)).isTrue();
		return bytes.toByteArray();
	}

	/** A raster is written as it is: four components and no word on what they mean. */
	private static byte[] rasterJpeg(BufferedImage image) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		javax.imageio.ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		try (var out = ImageIO.createImageOutputStream(bytes)) {
			writer.setOutput(out);
			writer.write(null, new javax.imageio.IIOImage(image.getRaster(), null, null), null);
		}
		return bytes.toByteArray();
	}

	private static byte[] withProfile(byte[] png, byte[] icc) throws Exception {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		content.writeBytes(new byte[] { 'i', 'C', 'C', 'P', 'x', 0, 0 });
		try (DeflaterOutputStream deflater = new DeflaterOutputStream(content)) {
			deflater.write(icc);
		}
		CRC32 checksum = new CRC32();
		checksum.update(content.toByteArray());
		java.nio.ByteBuffer file = java.nio.ByteBuffer.allocate(png.length + content.size() + 8);
		file.put(png, 0, 33).putInt(content.size() - 4).put(content.toByteArray());
		return file.putInt((int) checksum.getValue()).put(png, 33, png.length - 33).array();
	}

	/** Any space of four components will do for writing a raster. */
	private static final class FourInks extends ColorSpace {

		private FourInks() {
			super(ColorSpace.TYPE_CMYK, 4);
		}

		@Override
		public float[] toRGB(float[] inks) {
			return new float[3];
		}

		@Override
		public float[] fromRGB(float[] rgb) {
			return new float[4];
		}

		@Override
		public float[] toCIEXYZ(float[] inks) {
			return new float[3];
		}

		@Override
		public float[] fromCIEXYZ(float[] xyz) {
			return new float[4];
		}

	}

}
