package io.safelight.imaging.render.jpeg;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

import javax.imageio.ImageIO;

import io.safelight.imaging.render.jpeg.JpegDecodingException.Cause;
import io.safelight.imaging.render.plane.Picture;
import io.safelight.imaging.render.plane.PictureResizer;
import io.safelight.imaging.render.plane.Turn;
import io.safelight.pictures.DrawnPhotograph;
import io.safelight.pictures.Likeness;
import io.safelight.pictures.SampledJpeg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NativeCodecTests {

	private final NativeCodec codec = Libraries.require();

	private final PictureResizer resizer = new PictureResizer(false);

	/** What is read beyond a plane would end this very process. */
	@ParameterizedTest
	@CsvSource({ "1,1", "2,1", "2,2", "1,2", "4,1" })
	void readsAndWritesEverySizeOfEverySampling(int across, int down) throws Exception {
		for (int width = 1; width <= 40; width++) {
			for (int height = 1; height <= 40; height += (width % 3 == 0) ? 1 : 3) {
				BufferedImage drawn = DrawnPhotograph.of(width, height, 7);
				byte[] again = recode(SampledJpeg.of(drawn, across, down, (width + height) % 4 == 0), width, height);
				BufferedImage read = read(again);
				assertThat(read.getWidth()).isEqualTo(width);
				assertThat(read.getHeight()).isEqualTo(height);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "2,1", "2,2", "1,2", "4,1" })
	void seesWhatTheJdkSees(int across, int down) throws Exception {
		byte[] file = SampledJpeg.of(DrawnPhotograph.of(331, 217, 3), across, down, false);
		try (Arena arena = Arena.ofConfined()) {
			Picture picture = this.codec.decode(arena, arena, segment(arena, file), 331, 217);
			assertThat(Likeness.of(picture.toImage(), read(file)).psnr()).isGreaterThan(36);
		}
	}

	@Test
	void readsAndWritesGrey() throws Exception {
		BufferedImage grey = new BufferedImage(37, 21, BufferedImage.TYPE_BYTE_GRAY);
		grey.getGraphics().drawImage(DrawnPhotograph.of(37, 21, 1), 0, 0, null);
		byte[] again = recode(SampledJpeg.of(grey, 1, 1, false), 37, 21);
		assertThat(read(again).getRaster().getNumBands()).isEqualTo(1);
		assertThat(Likeness.of(read(again), grey).psnr()).isGreaterThan(35);
	}

	@ParameterizedTest
	@CsvSource({ "true,OPTIMISED", "false,OPTIMISED", "false,STANDARD" })
	void writesTheSamePixelsHoweverTheyAreCoded(boolean progressive, Huffman huffman) throws Exception {
		byte[] file = SampledJpeg.of(DrawnPhotograph.of(1601, 1203, 5), 2, 2, false);
		try (Arena arena = Arena.ofConfined()) {
			Picture picture = this.codec.decode(arena, arena, segment(arena, file), 1601, 1203);
			byte[] one = this.codec.encode(picture, new JpegSettings(90, progressive, huffman));
			byte[] other = this.codec.encode(picture, new JpegSettings(90, false, Huffman.STANDARD));
			assertThat(Likeness.of(read(one), read(other)).psnr()).isEqualTo(99);
			assertThat(one.length).isLessThanOrEqualTo(other.length);
		}
	}

	@Test
	void codesOfASampleAreNearlyAsGoodAsThoseOfAll() throws Exception {
		byte[] file = SampledJpeg.of(DrawnPhotograph.of(1900, 1300, 6), 2, 2, false);
		try (Arena arena = Arena.ofConfined()) {
			Picture picture = this.codec.decode(arena, arena, segment(arena, file), 1900, 1300);
			JpegWriter writer = JpegWriter.find().orElseThrow();
			int sampled = writer.write(picture, JpegSettings.baseline(92)).length;
			assertThat((double) sampled / writer.writeExactly(picture, JpegSettings.baseline(92)).length).isBetween(1.0,
					1.015);
		}
	}

	@Test
	void refusesHalfAPicture() throws Exception {
		byte[] file = SampledJpeg.of(DrawnPhotograph.of(200, 200, 1), 2, 2, false);
		byte[] half = Arrays.copyOf(file, file.length / 2);
		assertThatExceptionOfType(JpegDecodingException.class).isThrownBy(() -> recode(half, 200, 200))
			.matches((ex) -> ex.reason() == Cause.TRUNCATED);
	}

	@Test
	void refusesPixelsThatContradictThemselves() throws Exception {
		byte[] file = SampledJpeg.of(DrawnPhotograph.of(200, 200, 1), 2, 2, false);
		Arrays.fill(file, file.length / 2, file.length / 2 + 200, (byte) 0xA5);
		assertThatExceptionOfType(JpegDecodingException.class).isThrownBy(() -> recode(file, 200, 200));
	}

	@Test
	void refusesAHeaderThatSaysSomethingElseThanWasSeen() {
		byte[] file = SampledJpeg.of(DrawnPhotograph.of(64, 64, 1), 2, 2, false);
		assertThatExceptionOfType(JpegDecodingException.class).isThrownBy(() -> recode(file, 32, 64))
			.matches((ex) -> ex.reason() == Cause.DAMAGED);
	}

	@Test
	void readsWellAfterAnError() throws Exception {
		byte[] file = SampledJpeg.of(DrawnPhotograph.of(64, 64, 1), 2, 2, false);
		assertThatExceptionOfType(JpegDecodingException.class)
			.isThrownBy(() -> recode(Arrays.copyOf(file, 300), 64, 64));
		assertThat(recode(file, 64, 64)).isNotEmpty();
	}

	private byte[] recode(byte[] file, int width, int height) throws JpegDecodingException {
		try (Arena arena = Arena.ofConfined()) {
			Picture picture = this.codec.decode(arena, arena, segment(arena, file), width, height);
			return this.codec.encode(this.resizer.upright(arena, picture, Turn.NONE), JpegSettings.baseline(92));
		}
	}

	private static MemorySegment segment(Arena arena, byte[] file) {
		return arena.allocateFrom(ValueLayout.JAVA_BYTE, file);
	}

	private static BufferedImage read(byte[] file) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(file));
	}

}
