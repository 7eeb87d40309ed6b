package io.safelight.publication.analysis;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import io.safelight.publication.saga.RejectionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReducedCopiesTests {

	private final ReducedCopies copies = new ReducedCopies();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	private BufferedImage reduced(byte[] file) throws IOException, UnusablePhotoException {
		return Drawings.decoded(this.copies.of(saved(file)));
	}

	private Path saved(byte[] file) throws IOException {
		return Files.write(Files.createTempFile(this.directory, "photo", ""), file);
	}

	private void assertRefused(byte[] file, RejectionCode code) throws IOException {
		Path saved = saved(file);
		assertThatExceptionOfType(UnusablePhotoException.class).isThrownBy(() -> this.copies.of(saved))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(code));
	}

	@Test
	void keepsTheShape() throws Exception {
		BufferedImage reduced = reduced(Drawings.jpeg(4000, 2000));
		assertThat(reduced.getWidth()).isEqualTo(1280);
		assertThat(reduced.getHeight()).isEqualTo(640);
	}

	@Test
	void doesNotEnlarge() throws Exception {
		assertThat(reduced(Drawings.jpeg(300, 200)).getWidth()).isEqualTo(300);
	}

	@Test
	void turnsUpright() throws Exception {
		BufferedImage reduced = reduced(Drawings.turnedJpeg(2600, 1300, 6));
		assertThat(reduced.getWidth()).isEqualTo(640);
		assertThat(reduced.getHeight()).isEqualTo(1280);
		// What was on the left is on top after a quarter turn clockwise.
		assertThat(new java.awt.Color(reduced.getRGB(600, 20)).getRed()).isGreaterThan(200);
		assertThat(new java.awt.Color(reduced.getRGB(600, 1260)).getBlue()).isGreaterThan(200);
	}

	@Test
	void readsProgressiveJpeg() throws Exception {
		assertThat(reduced(Drawings.progressiveJpeg(1500, 1000)).getWidth()).isEqualTo(1280);
	}

	@Test
	void readsFourComponents() throws Exception {
		assertThat(reduced(Drawings.fourComponentJpeg(1500, 1000)).getWidth()).isEqualTo(1280);
	}

	@Test
	void putsTransparencyOnWhite() throws Exception {
		BufferedImage clear = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
		int rgb = reduced(Drawings.encoded(clear, "png")).getRGB(50, 50);
		assertThat(rgb & 0xFFFFFF).isGreaterThan(0xF0F0F0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "tiff", "jpeg" })
	void readsTheKindsThatAreTaken(String format) throws Exception {
		BufferedImage drawing = Drawings.drawing(1600, 900, BufferedImage.TYPE_INT_RGB);
		assertThat(reduced(Drawings.encoded(drawing, format)).getHeight()).isEqualTo(720);
	}

	@Test
	void staysBelowTheLimitOfRekognition() throws Exception {
		BufferedImage noise = new BufferedImage(1280, 1280, BufferedImage.TYPE_INT_RGB);
		java.util.Random random = new java.util.Random(1);
		for (int i = 0; i < 1280 * 1280; i++) {
			noise.setRGB(i % 1280, i / 1280, random.nextInt());
		}
		assertThat(this.copies.of(saved(Drawings.encoded(noise, "png")))).hasSizeLessThan(5 << 20);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.3, 0.9, 0.999 })
	void refusesATruncatedJpeg(double share) throws Exception {
		assertRefused(Drawings.truncated(Drawings.jpeg(2000, 1500), share), RejectionCode.TRUNCATED_FILE);
		assertRefused(Drawings.truncated(Drawings.progressiveJpeg(2000, 1500), share), RejectionCode.TRUNCATED_FILE);
	}

	@Test
	void refusesOtherTruncatedFiles() throws Exception {
		BufferedImage drawing = Drawings.drawing(800, 600, BufferedImage.TYPE_INT_RGB);
		assertRefused(Drawings.truncated(Drawings.encoded(drawing, "png"), 0.6), RejectionCode.TRUNCATED_FILE);
		assertRefused(Drawings.truncated(Drawings.encoded(drawing, "tiff"), 0.6), RejectionCode.UNREADABLE_FILE);
	}

	@Test
	void refusesAJpegWithoutItsLastTwoBytes() throws Exception {
		byte[] whole = Drawings.jpeg(800, 600);
		assertRefused(Arrays.copyOf(whole, whole.length - 2), RejectionCode.TRUNCATED_FILE);
	}

	@Test
	void takesAJpegWithSomethingBehindIt() throws Exception {
		byte[] whole = Drawings.jpeg(800, 600);
		assertThat(reduced(Arrays.copyOf(whole, whole.length + 200_000)).getWidth()).isEqualTo(800);
	}

	@Test
	void refusesWhatIsNoPicture() throws Exception {
		assertRefused("GIF89a is none of ours".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
				RejectionCode.UNSUPPORTED_TYPE);
		assertRefused(new byte[0], RejectionCode.UNSUPPORTED_TYPE);
	}

	@Test
	void refusesADamagedFile() throws Exception {
		byte[] damaged = Drawings.encoded(Drawings.drawing(800, 600, BufferedImage.TYPE_INT_RGB), "png");
		Arrays.fill(damaged, 200, 4000, (byte) 7);
		assertRefused(damaged, RejectionCode.UNREADABLE_FILE);
	}

	@Test
	void refusesTooManyPixelsByTheHeaderAlone() throws Exception {
		assertRefused(Drawings.pngThatClaims(20_000, 20_000), RejectionCode.TOO_MANY_PIXELS);
		assertRefused(Drawings.pngThatClaims(2_000_000_000, 2_000_000_000), RejectionCode.TOO_MANY_PIXELS);
	}

}
