package io.safelight.imaging.render;

import java.lang.foreign.Arena;
import java.util.Arrays;

import io.safelight.imaging.render.plane.Picture;
import io.safelight.imaging.render.plane.Sampling;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WatermarkTests {

	private static final int WIDTH = 400;

	private static final int HEIGHT = 300;

	private static final int GROUND = 110;

	private final Arena memory = Arena.ofAuto();

	@Test
	void cannotBeFoundInTheMeanOfManyPictures() {
		int count = 200;
		double[] sums = new double[WIDTH * HEIGHT];
		for (int i = 0; i < count; i++) {
			byte[] luma = marked("photo " + i).luma().toArray();
			for (int at = 0; at < luma.length; at++) {
				sums[at] += luma[at] & 0xFF;
			}
		}
		double one = spread(tones("photo 0"));
		double mean = spread(Arrays.stream(sums).map((sum) -> sum / count).toArray());
		assertThat(mean).isLessThan(one / 6);
	}

	@Test
	void isTheSameForTheSamePhotograph() {
		assertThat(tones("one")).isEqualTo(tones("one")).isNotEqualTo(tones("other"));
	}

	@Test
	void palesColoursWhereItCoversThem() {
		Picture picture = ground();
		picture.chroma().getFirst().fill(200);
		Watermark.draw(picture, "seed");
		byte[] chroma = picture.chroma().getFirst().toArray();
		int least = 255;
		for (byte sample : chroma) {
			assertThat(sample & 0xFF).isBetween(128, 200);
			least = Math.min(least, sample & 0xFF);
		}
		assertThat(least).isLessThan(180);
	}

	private double[] tones(String seed) {
		byte[] luma = marked(seed).luma().toArray();
		double[] tones = new double[luma.length];
		for (int i = 0; i < tones.length; i++) {
			tones[i] = luma[i] & 0xFF;
		}
		return tones;
	}

	private Picture marked(String seed) {
		Picture picture = ground();
		Watermark.draw(picture, seed);
		return picture;
	}

	private Picture ground() {
		Picture picture = Picture.allocate(this.memory, WIDTH, HEIGHT, Sampling.QUARTER);
		picture.luma().fill(GROUND);
		picture.chroma().forEach((plane) -> plane.fill(128));
		return picture;
	}

	private static double spread(double[] values) {
		double mean = Arrays.stream(values).average().orElseThrow();
		return Math.sqrt(Arrays.stream(values).map((value) -> (value - mean) * (value - mean)).average().orElseThrow());
	}

}
