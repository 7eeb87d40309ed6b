package io.safelight.imaging.analysis;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

import io.safelight.imaging.render.Drawings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PhotoLookTests {

	@Test
	void namesTheColoursByTheirShareOfThePicture() {
		BufferedImage image = Drawings.plain(90, 60, new Color(200, 30, 40));
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(new Color(20, 60, 180));
		graphics.fillRect(0, 0, 30, 60);
		graphics.dispose();
		assertThat(PhotoLook.of(image).colours()).containsExactly(new WeightedColour("c81e28", 0.6667),
				new WeightedColour("143cb4", 0.3333));
	}

	@Test
	void keepsASmallSpotOfAStrikingColour() {
		BufferedImage image = Drawings.plain(90, 60, new Color(128, 128, 128));
		image.createGraphics().fillRect(0, 0, 12, 12);
		for (int y = 0; y < 12; y++) {
			for (int x = 0; x < 12; x++) {
				image.setRGB(x, y, 0xFF2010);
			}
		}
		assertThat(PhotoLook.of(image).colours()).extracting(WeightedColour::hex).contains("ff2010");
	}

	@Test
	void givesAPlainPictureOneColour() {
		assertThat(PhotoLook.of(Drawings.plain(40, 40, new Color(1, 2, 3))).colours())
			.containsExactly(new WeightedColour("010203", 1));
	}

	@Test
	void describesTheSamePictureAlwaysAlike() {
		PhotoLook one = PhotoLook.of(Drawings.landscape(96, 64));
		PhotoLook again = PhotoLook.of(Drawings.landscape(96, 64));
		assertThat(one.colours()).isEqualTo(again.colours());
		assertThat(one.placeholder()).isEqualTo(again.placeholder());
		assertThat(one.fingerprint().base64()).isEqualTo(again.fingerprint().base64());
	}

	@Test
	void findsASmallerCopyMoreSimilarThanAnotherPicture() {
		Fingerprint picture = PhotoLook.of(Drawings.landscape(96, 64)).fingerprint();
		Fingerprint smaller = PhotoLook.of(Drawings.landscape(72, 48)).fingerprint();
		Fingerprint other = PhotoLook.of(Drawings.quarters(96, 64)).fingerprint();
		assertThat(picture.similarity(picture)).isCloseTo(1, within(1e-5));
		assertThat(picture.similarity(smaller)).isGreaterThan(0.9);
		assertThat(picture.similarity(other)).isLessThan(0.7);
	}

	@Test
	void writesFingerprintsAsLittleEndianFloats() {
		Fingerprint fingerprint = PhotoLook.of(Drawings.landscape(96, 64)).fingerprint();
		byte[] bytes = Base64.getDecoder().decode(fingerprint.base64());
		float[] read = new float[Fingerprint.DIMENSIONS];
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(read);
		assertThat(bytes).hasSize(480);
		assertThat(read).isEqualTo(fingerprint.values());
	}

	@Test
	void copesWithASinglePixel() {
		PhotoLook look = PhotoLook.of(Drawings.plain(1, 1, Color.ORANGE));
		assertThat(look.colours()).containsExactly(new WeightedColour("ffc800", 1));
		assertThat(look.placeholder()).isNotEmpty();
	}

}
