package io.safelight.imaging.analysis;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PhotoQualityTests {

	@Test
	void findsAPictureSharperThanItsBlurredCopy() {
		Luma sharp = checks(8);
		assertThat(PhotoQuality.of(sharp, sharp).sharpness())
			.isGreaterThan(PhotoQuality.of(blurred(sharp), sharp).sharpness() + 20);
	}

	@Test
	void doesNotHoldABlurredBackgroundAgainstAPicture() {
		Luma all = checks(8);
		byte[] half = all.values().clone();
		for (int i = 0; i < half.length * 3 / 4; i++) {
			half[i] = (byte) 128;
		}
		double sharpness = PhotoQuality.of(new Luma(400, 400, 400, half), all).sharpness();
		assertThat(sharpness).isCloseTo(PhotoQuality.of(all, all).sharpness(), within(5.0));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.5, 2, 5, 12 })
	void measuresNoise(double deviation) {
		assertThat(PhotoQuality.of(plain(128), noisy(deviation)).noise()).isCloseTo(deviation,
				within(0.25 + 0.15 * deviation));
	}

	@Test
	void doesNotTakeDetailForNoise() {
		assertThat(PhotoQuality.of(plain(128), checks(64)).noise()).isLessThan(0.5);
	}

	@Test
	void measuresExposure() {
		assertThat(PhotoQuality.of(plain(0), plain(0))).isEqualTo(new PhotoQuality(0, 0, 0, 100, 0));
		assertThat(PhotoQuality.of(plain(255), plain(0))).isEqualTo(new PhotoQuality(0, 100, 0, 100, 0));
		PhotoQuality middle = PhotoQuality.of(plain(128), plain(0));
		assertThat(middle.brightness()).isCloseTo(50, within(0.5));
		assertThat(middle.clipped()).isZero();
		assertThat(PhotoQuality.of(checks(8), plain(0)).contrast()).isCloseTo(80, within(1.0));
	}

	@Test
	void measuresEvenASinglePixel() {
		Luma pixel = new Luma(1, 1, 1, new byte[] { 100 });
		assertThat(PhotoQuality.of(pixel, pixel)).isEqualTo(new PhotoQuality(0, 39.22, 0, 0, 0));
	}

	private static Luma plain(int value) {
		byte[] values = new byte[400 * 400];
		java.util.Arrays.fill(values, (byte) value);
		return new Luma(400, 400, 400, values);
	}

	/** Squares of two tones, 25 and 229. */
	private static Luma checks(int side) {
		byte[] values = new byte[400 * 400];
		for (int i = 0; i < values.length; i++) {
			values[i] = (byte) (((i / 400 / side + i % 400 / side) % 2 == 0) ? 25 : 229);
		}
		return new Luma(400, 400, 400, values);
	}

	private static Luma noisy(double deviation) {
		Random random = new Random(4);
		byte[] values = new byte[400 * 400];
		for (int i = 0; i < values.length; i++) {
			values[i] = (byte) Math.round(128 + deviation * random.nextGaussian());
		}
		return new Luma(400, 400, 400, values);
	}

	/** The mean of 9×9 pixels. */
	private static Luma blurred(Luma luma) {
		byte[] values = new byte[400 * 400];
		for (int y = 0; y < 400; y++) {
			for (int x = 0; x < 400; x++) {
				int sum = 0;
				for (int i = 0; i < 81; i++) {
					sum += luma.at(Math.clamp(x + i % 9 - 4, 0, 399), Math.clamp(y + i / 9 - 4, 0, 399));
				}
				values[y * 400 + x] = (byte) (sum / 81);
			}
		}
		return new Luma(400, 400, 400, values);
	}

}
