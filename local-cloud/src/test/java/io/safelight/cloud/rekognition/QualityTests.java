package io.safelight.cloud.rekognition;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class QualityTests {

	@Test
	void measuresAPlainPicture() {
		assertThat(Quality.of(Picture.of(plain(Color.WHITE), 100))).isEqualTo(new Quality(100, 0, 0));
		assertThat(Quality.of(Picture.of(plain(Color.BLACK), 100))).isEqualTo(new Quality(0, 0, 0));
	}

	@Test
	void calls100TheContrastOfHalfBlackAndHalfWhite() {
		BufferedImage image = plain(Color.BLACK);
		Graphics2D graphics = image.createGraphics();
		graphics.fillRect(0, 0, 100, 50);
		graphics.dispose();
		Quality quality = Quality.of(Picture.of(image, 100));
		assertThat(quality.contrast()).isCloseTo(100, within(0.01));
		assertThat(quality.brightness()).isCloseTo(50, within(0.01));
	}

	@Test
	void findsAPictureSharperThanItsBlurredCopy() {
		BufferedImage sharp = plain(Color.GRAY);
		Random random = new Random(4);
		for (int i = 0; i < 10_000; i++) {
			sharp.setRGB(i % 100, i / 100, new Color(random.nextInt(256), 80, 80).getRGB());
		}
		float[] weights = new float[25];
		Arrays.fill(weights, 1f / 25);
		BufferedImage blurred = new ConvolveOp(new Kernel(5, 5, weights), ConvolveOp.EDGE_NO_OP, null).filter(sharp,
				null);
		assertThat(Quality.of(Picture.of(sharp, 100)).sharpness())
			.isGreaterThan(2 * Quality.of(Picture.of(blurred.getSubimage(2, 2, 96, 96), 100)).sharpness());
	}

	@Test
	void laysTransparencyOnWhiteAndShrinksLongSides() {
		Picture picture = Picture.of(new BufferedImage(1000, 10, BufferedImage.TYPE_INT_ARGB), 100);
		assertThat(picture.width()).isEqualTo(100);
		assertThat(picture.height()).isEqualTo(1);
		assertThat(picture.rgb()).containsOnly(0xFFFFFF);
	}

	private static BufferedImage plain(Color colour) {
		BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(colour);
		graphics.fillRect(0, 0, 100, 100);
		graphics.dispose();
		return image;
	}

}
