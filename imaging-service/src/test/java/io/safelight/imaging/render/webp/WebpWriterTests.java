package io.safelight.imaging.render.webp;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;

import javax.imageio.ImageIO;

import io.safelight.imaging.render.Drawings;
import io.safelight.imaging.render.plane.Picture;
import io.safelight.imaging.render.plane.RgbPixels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Skipped, and reported so, where libwebp7 is not installed.
 */
class WebpWriterTests {

	@ParameterizedTest
	@CsvSource({ "640, 480", "641, 479", "1, 1", "17, 3" })
	void showsTheSamePictureAtEverySize(int width, int height) throws Exception {
		BufferedImage drawn = Drawings.quarters(width, height);
		BufferedImage read = written(drawn);
		assertThat(read.getWidth()).isEqualTo(width);
		assertThat(read.getHeight()).isEqualTo(height);
		if (width > 100) {
			for (double[] at : new double[][] { { 0.2, 0.2 }, { 0.8, 0.2 }, { 0.8, 0.8 }, { 0.2, 0.8 } }) {
				assertThat(Drawings.distance(Drawings.at(read, at[0], at[1]), Drawings.at(drawn, at[0], at[1])))
					.isLessThan(10);
			}
		}
	}

	@Test
	void keepsBlackBlackAndWhiteWhite() throws Exception {
		assertThat(Drawings.distance(Drawings.at(written(Drawings.plain(64, 64, Color.BLACK)), 0.5, 0.5), Color.BLACK))
			.isLessThan(3);
		assertThat(Drawings.distance(Drawings.at(written(Drawings.plain(64, 64, Color.WHITE)), 0.5, 0.5), Color.WHITE))
			.isLessThan(3);
	}

	@Test
	void writesPicturesWithoutColour() throws Exception {
		try (Arena arena = Arena.ofConfined()) {
			Picture grey = Picture.allocateGrey(arena, 100, 50);
			grey.luma().fill(200);
			BufferedImage read = read(writer().write(grey, 80));
			assertThat(Drawings.distance(Drawings.at(read, 0.5, 0.5), new Color(200, 200, 200))).isLessThan(4);
		}
	}

	@Test
	void isSmallerWithLessQuality() throws Exception {
		try (Arena arena = Arena.ofConfined()) {
			Picture picture = RgbPixels.toPicture(arena, Drawings.landscape(800, 600));
			assertThat(writer().write(picture, 30)).hasSizeLessThan(writer().write(picture, 95).length);
		}
	}

	@Test
	void refusesWhatTheFormatCannotHold() {
		try (Arena arena = Arena.ofConfined()) {
			Picture picture = Picture.allocateGrey(arena, 16_384, 1);
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> writer().write(picture, 80))
				.withMessageContaining("16383");
		}
	}

	private static BufferedImage written(BufferedImage drawn) throws IOException {
		try (Arena arena = Arena.ofConfined()) {
			return read(writer().write(RgbPixels.toPicture(arena, drawn), 90));
		}
	}

	private static BufferedImage read(byte[] webp) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(webp));
	}

	private static WebpWriter writer() {
		assumeThat(WebpWriter.find()).as("libwebp7").isPresent();
		return WebpWriter.find().orElseThrow();
	}

}
