package io.safelight.imaging.render;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import io.safelight.pictures.JpegFile;
import io.safelight.imaging.render.UnusablePhotoException.Reason;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class UnusablePhotoTests {

	private final PixelBudget budget = new PixelBudget(50_000_000);

	private final PhotoRenderer renderer = new PhotoRenderer(PhotoLimits.DEFAULT, this.budget);

	@ParameterizedTest
	@ValueSource(doubles = { 0.05, 0.3, 0.46, 0.9, 0.999 })
	void refusesATruncatedJpeg(double part) {
		assertRefused(JpegFile.of(Drawings.landscape(900, 600)).cutAt(part), Reason.TRUNCATED)
			.hasMessageContaining("ends");
	}

	@Test
	void refusesATruncatedProgressiveJpeg() {
		assertRefused(JpegFile.progressive(Drawings.landscape(900, 600)).cutAt(0.6), Reason.TRUNCATED);
	}

	@Test
	void refusesAJpegWithTheMiddleMissingThoughItHasAnEnd() {
		byte[] cut = JpegFile.of(Drawings.landscape(900, 600)).cutAt(0.6);
		byte[] mended = Arrays.copyOf(cut, cut.length + 2);
		mended[cut.length] = (byte) 0xFF;
		mended[cut.length + 1] = (byte) 0xD9;
		assertThat(refusal(mended).reason()).isIn(Reason.TRUNCATED, Reason.DAMAGED);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.02, 0.5, 0.99 })
	void refusesATruncatedPng(double part) throws IOException {
		byte[] png = png();
		assertRefused(Arrays.copyOf(png, (int) (png.length * part)), Reason.TRUNCATED);
	}

	@Test
	void refusesATruncatedTiff() throws IOException {
		ByteArrayOutputStream tiff = new ByteArrayOutputStream();
		ImageIO.write(Drawings.landscape(300, 200), "tiff", tiff);
		byte[] bytes = tiff.toByteArray();
		assertThat(refusal(Arrays.copyOf(bytes, bytes.length / 2)).reason()).isIn(Reason.TRUNCATED, Reason.DAMAGED);
	}

	@Test
	void refusesTextThatCallsItselfAPicture() {
		assertRefused("<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII),
				Reason.UNSUPPORTED_TYPE)
			.hasMessageContaining("JPEG");
	}

	@Test
	void refusesAnEmptyFile() {
		assertRefused(new byte[0], Reason.TRUNCATED).hasMessageContaining("empty");
	}

	@Test
	void refusesMoreBytesThanTheLimit() {
		UnusablePhotoException refusal = catchThrowableOfType(UnusablePhotoException.class,
				() -> Original.receive(new ByteArrayInputStream(new byte[1001]), 1000));
		assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
	}

	@Test
	void refusesTooLongASideBeforeDecoding() {
		byte[] file = JpegFile.of(Drawings.plain(64, 64, Color.GRAY)).declaring(30_001, 64).bytes();
		assertRefused(file, Reason.TOO_LARGE).hasMessageContaining("30,001");
	}

	@Test
	void refusesAHugePngByItsHeaderAlone() {
		// 10,001 × 10,000 pixels are declared but not one is there: decoding would fail
		// in another way.
		assertRefused(pngOf(10_001, 10_000, false), Reason.TOO_LARGE).hasMessageContaining("100 megapixels");
	}

	@Test
	void refusesALyingHeader() {
		byte[] file = JpegFile.of(Drawings.landscape(640, 480)).declaring(4000, 3000).bytes();
		assertThat(refusal(file).reason()).isIn(Reason.TRUNCATED, Reason.DAMAGED);
	}

	@Test
	void refusesAnAnimation() {
		assertRefused(pngOf(100, 100, true), Reason.SEVERAL_PICTURES);
	}

	@Test
	void refusesAFileThatIsNothingButItsMarkers() {
		byte[] empty = { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9 };
		assertRefused(empty, Reason.DAMAGED);
	}

	@Test
	void refusesAJpegOfThousandsOfScans() {
		byte[] file = JpegFile.of(Drawings.plain(64, 64, Color.GRAY)).bytes();
		ByteArrayOutputStream scans = new ByteArrayOutputStream();
		scans.write(file, 0, file.length - 2);
		for (int i = 0; i < 2000; i++) {
			scans.writeBytes(new byte[] { (byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0 });
		}
		scans.write(file, file.length - 2, 2);
		assertRefused(scans.toByteArray(), Reason.DAMAGED).hasMessageContaining("scans");
	}

	@Test
	void refusesAPngOfAMillionChunks() {
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		png.writeBytes(Arrays.copyOf(pngOf(10, 10, false), 33));
		for (int i = 0; i < 250_000; i++) {
			chunk(png, "tEXt", new byte[0]);
		}
		assertRefused(png.toByteArray(), Reason.DAMAGED).hasMessageContaining("parts");
	}

	@Test
	@Timeout(10)
	void refusesATiffThatLeadsInACircle() {
		ByteBuffer tiff = ByteBuffer.allocate(256).putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
		tiff.putShort((short) 3);
		tiff.putShort((short) 256).putShort((short) 4).putInt(1).putInt(4);
		tiff.putShort((short) 257).putShort((short) 4).putInt(1).putInt(4);
		tiff.putShort((short) 273).putShort((short) 4).putInt(1).putInt(100);
		tiff.putInt(8);
		tiff.putShort(8, (short) 4)
			.position(46)
			.putShort((short) 279)
			.putShort((short) 4)
			.putInt(1)
			.putInt(16)
			.putInt(8);
		assertRefused(tiff.array(), Reason.DAMAGED).hasMessageContaining("circle");
	}

	@Test
	void givesTheBudgetBackAfterAFailure() {
		refusal(JpegFile.of(Drawings.landscape(640, 480)).declaring(4000, 3000).bytes());
		assertThat(this.budget.free()).isEqualTo(50_000_000);
	}

	@Test
	void acceptsWhatFollowsTheEndOfAPicture() throws Exception {
		byte[] file = JpegFile.of(Drawings.landscape(400, 300)).bytes();
		byte[] withTail = Arrays.copyOf(file, file.length + 5000);
		try (Original original = Original.receive(new ByteArrayInputStream(withTail), 1_000_000)) {
			assertThat(this.renderer.render(original, "seed", RenditionSize.SALE).renditions()).hasSize(1);
		}
	}

	private AbstractThrowableAssert<?, ?> assertRefused(byte[] file, Reason reason) {
		UnusablePhotoException refusal = refusal(file);
		assertThat(refusal.reason()).isEqualTo(reason);
		return assertThat(refusal);
	}

	private UnusablePhotoException refusal(byte[] file) {
		UnusablePhotoException refusal = catchThrowableOfType(UnusablePhotoException.class, () -> {
			try (Original original = Original.receive(new ByteArrayInputStream(file), 10_000_000)) {
				this.renderer.render(original, "seed", RenditionSize.SALE);
			}
		});
		assertThat(refusal).as("the refusal").isNotNull();
		return refusal;
	}

	private static byte[] png() throws IOException {
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		ImageIO.write(Drawings.landscape(300, 200), "png", png);
		return png.toByteArray();
	}

	/** A well-formed PNG file with a header, perhaps an animation's, and no picture. */
	private static byte[] pngOf(int width, int height, boolean animated) {
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		png.writeBytes(new byte[] { (byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A });
		chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2).array());
		if (animated) {
			chunk(png, "acTL", ByteBuffer.allocate(8).putInt(12).putInt(0).array());
		}
		chunk(png, "IEND", new byte[0]);
		return png.toByteArray();
	}

	private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
		byte[] name = type.getBytes(StandardCharsets.US_ASCII);
		CRC32 checksum = new CRC32();
		checksum.update(name);
		checksum.update(data);
		png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
		png.writeBytes(name);
		png.writeBytes(data);
		png.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
	}

}
