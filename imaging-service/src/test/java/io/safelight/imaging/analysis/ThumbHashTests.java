package io.safelight.imaging.analysis;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ThumbHashTests {

	/** The expected values come from the reference implementation, thumbhash.js 0.1.1. */
	@ParameterizedTest
	@CsvSource({ "96,64,X/gFFYhkhjWWZAUpkkOihrndr1oD", "30,70,nggKIwpVODa0kJdYvU+nVZA=",
			"50,50,XvgFHw5XcnZHg3lQmVd6eGZ29/o2aKEP", "1,1,g7gJLxQI9wiIh4hwj3CI+AiIgIAI94cP" })
	void agreesWithTheReference(int width, int height, String expected) {
		int[] rgb = new int[width * height];
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				rgb[y * width + x] = (x * 7 + y * 3 & 255) << 16 | (x * 2 + y * 5 + 40 & 255) << 8 | x * y & 255;
			}
		}
		assertThat(ThumbHash.encode(width, height, rgb)).isEqualTo(expected);
	}

}
