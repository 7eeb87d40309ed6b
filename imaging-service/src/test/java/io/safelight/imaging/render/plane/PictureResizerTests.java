package io.safelight.imaging.render.plane;

import java.awt.image.BufferedImage;
import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.Random;

import io.safelight.pictures.DrawnPhotograph;
import io.safelight.pictures.Lanczos;
import io.safelight.pictures.Likeness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PictureResizerTests {

	private final Arena memory = Arena.ofAuto();

	private final PictureResizer resizer = new PictureResizer(false);

	/** Odd sizes were a fault once: a picture must not be stretched by a sample. */
	@ParameterizedTest
	@CsvSource({ "1200,800,500,333", "1201,801,500,333", "1201,801,601,401", "1199,797,320,213", "999,701,998,700",
			"640,427,97,65", "333,1001,107,320" })
	void reducesAsWellAsAReference(int width, int height, int toWidth, int toHeight) {
		Picture picture = photograph(width, height, Sampling.QUARTER);
		assertThat(likeness(picture, toWidth, toHeight).psnr()).isGreaterThan(30);
		Likeness grey = likeness(grey(picture), toWidth, toHeight);
		assertThat(grey.psnr()).isGreaterThan(50);
		assertThat(grey.ssim()).isGreaterThan(0.999);
	}

	private Likeness likeness(Picture picture, int width, int height) {
		return Likeness.of(this.resizer.resize(this.memory, picture, width, height, Turn.NONE).toImage(),
				Lanczos.resize(picture.toImage(), width, height));
	}

	private Picture grey(Picture picture) {
		Picture grey = Picture.allocateGrey(this.memory, picture.width(), picture.height());
		PlaneCopier.copy(picture.luma(), grey.luma(), Turn.NONE);
		return grey;
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "2,1", "1,2", "4,1" })
	void takesChromaFromWhereItLies(int across, int down) {
		Picture picture = photograph(901, 701, new Sampling(across, down));
		assertThat(likeness(picture, 400, 311).psnr()).isGreaterThan(36);
	}

	@Test
	void vectorsMakeTheVerySameBytes() {
		PictureResizer vectors = new PictureResizer(true);
		Random random = new Random(4);
		for (int i = 0; i < 12; i++) {
			Picture picture = photograph(20 + random.nextInt(180), 20 + random.nextInt(180), Sampling.QUARTER);
			int width = 1 + random.nextInt(picture.width());
			int height = 1 + random.nextInt(picture.height());
			Turn turn = new Turn(random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
			Picture one = this.resizer.resize(this.memory, picture, width, height, turn);
			Picture other = vectors.resize(this.memory, picture, width, height, turn);
			for (int plane = 0; plane < 3; plane++) {
				assertThat(other.planes().get(plane).toArray()).isEqualTo(one.planes().get(plane).toArray());
			}
		}
	}

	@Test
	void keepsATonePlain() {
		Picture grey = Picture.allocateGrey(this.memory, 333, 222);
		grey.luma().fill(200);
		byte[] tones = this.resizer.resize(this.memory, grey, 100, 67, Turn.NONE).luma().toArray();
		assertThat(tones).containsOnly((byte) 200);
	}

	@ParameterizedTest
	@CsvSource({ "64,48", "65,48", "64,49", "65,49", "131,77" })
	void turnsAndReducesAtOnceAsOneAfterTheOther(int width, int height) {
		Picture picture = photograph(width, height, Sampling.QUARTER);
		for (int i = 0; i < 8; i++) {
			Turn turn = new Turn((i & 1) != 0, (i & 2) != 0, (i & 4) != 0);
			BufferedImage turned = turned(picture.toImage(), turn);
			assertThat(Likeness.of(this.resizer.upright(this.memory, picture, turn).toImage(), turned).psnr())
				.as("%s", turn)
				.isGreaterThan(30);
			int toWidth = turned.getWidth() * 2 / 3;
			int toHeight = turned.getHeight() * 2 / 3;
			assertThat(Likeness
				.of(this.resizer.resize(this.memory, picture, toWidth, toHeight, turn).toImage(),
						Lanczos.resize(turned, toWidth, toHeight))
				.psnr()).as("%s", turn).isGreaterThan(30);
		}
	}

	@Test
	void weighsToExactlyOne() {
		for (int to = 1; to < 200; to += 7) {
			Taps taps = Taps.of(new Axis(200, 199.5, to, to, to % 2 == 0, Filter.LANCZOS));
			for (int i = 0; i < to; i++) {
				assertThat(Arrays.stream(taps.weights(), i * taps.count(), (i + 1) * taps.count()).sum())
					.isEqualTo(Taps.ONE);
				assertThat(taps.starts()[i]).isBetween(0, 200 - taps.count());
			}
		}
	}

	private Picture photograph(int width, int height, Sampling sampling) {
		Picture quarter = RgbPixels.toPicture(this.memory, DrawnPhotograph.of(width, height, width + height));
		if (sampling.equals(Sampling.QUARTER)) {
			return quarter;
		}
		Picture picture = Picture.allocate(this.memory, width, height, sampling);
		PlaneCopier.copy(quarter.luma(), picture.luma(), Turn.NONE);
		for (int i = 0; i < 2; i++) {
			Plane from = quarter.chroma().get(i);
			Plane to = picture.chroma().get(i);
			new PlaneResizer(new ScalarKernels(), from, to,
					Axis.of(width, 2, width, sampling.across(), false, Filter.LANCZOS),
					Axis.of(height, 2, height, sampling.down(), false, Filter.LANCZOS), false)
				.run();
		}
		return picture;
	}

	private static BufferedImage turned(BufferedImage image, Turn turn) {
		int width = image.getWidth();
		int height = image.getHeight();
		BufferedImage turned = new BufferedImage(turn.exchanged() ? height : width, turn.exchanged() ? width : height,
				BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int across = turn.mirroredAcross() ? width - 1 - x : x;
				int down = turn.mirroredDown() ? height - 1 - y : y;
				turned.setRGB(turn.exchanged() ? down : across, turn.exchanged() ? across : down, image.getRGB(x, y));
			}
		}
		return turned;
	}

}
