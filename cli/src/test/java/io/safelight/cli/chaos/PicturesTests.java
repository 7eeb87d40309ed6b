package io.safelight.cli.chaos;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PicturesTests {

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void areSmallAndEachIsDifferent(long seed) throws IOException {
		byte[] jpeg = Pictures.jpeg(seed);
		BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
		assertThat(picture.getWidth() * picture.getHeight()).isBetween(300_000, 2_200_000);
		assertThat(jpeg).isEqualTo(Pictures.jpeg(seed)).isNotEqualTo(Pictures.jpeg(seed + 100));
	}

}
