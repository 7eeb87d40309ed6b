package io.safelight.imaging.render;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

import io.safelight.pictures.IccProfile;
import io.safelight.pictures.JpegFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhotoRendererTests {

	private static final List<RenditionSize> ALL = List.copyOf(EnumSet.allOf(RenditionSize.class));

	private final PhotoRenderer renderer = new PhotoRenderer(PhotoLimits.DEFAULT, new PixelBudget(50_000_000));

	@Test
	void makesEverySizeOfALargePhotograph() throws Exception {
		RenderedPhoto photo = render(JpegFile.of(Drawings.landscape(3001, 2000)), ALL);
		assertThat(photo.renditions()).extracting((r) -> r.size().label() + " " + r.width() + "x" + r.height())
			.containsExactly("full 3001x2000", "p2500 2500x1666", "w1600 1600x1066", "p1000 1000x666", "w800 800x533",
					"w320 320x213");
	}

	@Test
	void computesEachSizeFromTheOriginalRatherThanFromTheLargerCopy() throws Exception {
		RenderedPhoto photo = render(JpegFile.of(Drawings.plain(3000, 1001, Color.GRAY)), RenditionSize.PUBLIC);
		assertThat(photo.renditions()).extracting(Rendition::height).containsExactly(534, 267, 107);
	}

	@Test
	void describesEachFileByTheDimensionsAndTheHashItReallyHas() throws Exception {
		for (Rendition rendition : render(JpegFile.of(Drawings.landscape(1700, 900)), ALL).renditions()) {
			BufferedImage read = Drawings.read(rendition.jpeg());
			assertThat(read.getWidth()).isEqualTo(rendition.width());
			assertThat(read.getHeight()).isEqualTo(rendition.height());
			assertThat(rendition.sha256()).isEqualTo(Sha256.hex(rendition.jpeg())).hasSize(64);
		}
	}

	@Test
	void neverEnlarges() throws Exception {
		RenderedPhoto photo = render(JpegFile.of(Drawings.landscape(900, 700)), ALL);
		assertThat(photo.renditions()).extracting(Rendition::size)
			.containsExactly(RenditionSize.FULL, RenditionSize.W800, RenditionSize.W320);
		assertThat(photo.renditions()).extracting(Rendition::width).containsExactly(900, 800, 320);
	}

	@Test
	void showsEvenTheSmallestPhotographAtItsOwnSize() throws Exception {
		RenderedPhoto photo = render(JpegFile.of(Drawings.landscape(200, 100)), ALL);
		assertThat(photo.renditions()).extracting((r) -> r.size().label() + " " + r.width())
			.containsExactly("full 200", "w320 200");
	}

	@Test
	void givesTheSameBytesEachTime() throws Exception {
		JpegFile file = JpegFile.of(Drawings.landscape(1000, 700));
		assertThat(render(file, ALL).renditions()).extracting(Rendition::sha256)
			.isEqualTo(render(file, ALL).renditions().stream().map(Rendition::sha256).toList());
	}

	@ParameterizedTest
	@CsvSource({ "1,RGBW", "2,GRWB", "3,BWRG", "4,WBGR", "5,RWBG", "6,WRGB", "7,BGRW", "8,GBWR" })
	void standsEveryOrientationUpright(int orientation, String cornersClockwise) throws Exception {
		JpegFile file = JpegFile.of(Drawings.quarters(480, 320)).withExif(orientation);
		RenderedPhoto photo = render(file, RenditionSize.SALE);
		assertThat(corners(Drawings.read(photo.renditions().getFirst().jpeg()))).isEqualTo(cornersClockwise);
		assertThat(corners(photo.sample())).isEqualTo(cornersClockwise);
		assertThat(photo.width()).isEqualTo((orientation < 5) ? 480 : 320);
		assertThat(photo.height()).isEqualTo((orientation < 5) ? 320 : 480);
	}

	@Test
	void keepsNoByteOfMetadata() throws Exception {
		JpegFile file = JpegFile.of(Drawings.landscape(1200, 800))
			.withComments("SECRETCOMMENT")
			.withProfile(IccProfile.displayP3())
			.withExif(6);
		assertThat(new String(file.bytes(), StandardCharsets.ISO_8859_1)).contains(JpegFile.PLACE, "SECRETCOMMENT");
		for (Rendition rendition : render(file, ALL).renditions()) {
			assertThat(new String(rendition.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain(JpegFile.PLACE,
					"SECRETCOMMENT", "Exif", "ICC_PROFILE", "Photoshop");
			assertThat(markersBeforeTheScan(rendition.jpeg())).doesNotContain(0xE1, 0xE2, 0xED, 0xFE);
		}
	}

	@ParameterizedTest
	@CsvSource({ "0", "255", "128" })
	void marksPublicSizesVisiblyOnAnyGround(int grey) throws Exception {
		Color ground = new Color(grey, grey, grey);
		RenderedPhoto photo = render(JpegFile.of(Drawings.plain(1600, 1200, ground)), ALL);
		for (Rendition rendition : photo.renditions()) {
			double marked = partFartherThan(20, Drawings.read(rendition.jpeg()), ground);
			if (rendition.size().isPublic()) {
				assertThat(marked).as(rendition.size().label()).isBetween(0.03, 0.40);
			}
			else {
				assertThat(marked).as(rendition.size().label()).isZero();
			}
		}
	}

	@Test
	void marksEveryPartOfAPublicPicture() throws Exception {
		BufferedImage marked = Drawings
			.read(render(JpegFile.of(Drawings.plain(1600, 1600, Color.BLACK)), RenditionSize.PUBLIC).renditions()
				.getFirst()
				.jpeg());
		for (int y = 0; y < 4; y++) {
			for (int x = 0; x < 4; x++) {
				assertThat(partFartherThan(20, marked.getSubimage(x * 400, y * 400, 400, 400), Color.BLACK))
					.isGreaterThan(0.01);
			}
		}
	}

	@Test
	void placesTheMarkDifferentlyOnEachPhotograph() throws Exception {
		Original original = original(JpegFile.of(Drawings.plain(800, 800, Color.GRAY)).bytes());
		Rendition one = this.renderer.render(original, "one", RenditionSize.PUBLIC).renditions().getFirst();
		Rendition other = this.renderer.render(original, "other", RenditionSize.PUBLIC).renditions().getFirst();
		assertThat(one.sha256()).isNotEqualTo(other.sha256());
	}

	@Test
	void readsProgressiveFiles() throws Exception {
		RenderedPhoto photo = render(JpegFile.progressive(Drawings.quarters(400, 300)), RenditionSize.SALE);
		assertThat(corners(Drawings.read(photo.renditions().getFirst().jpeg()))).isEqualTo("RGBW");
	}

	private RenderedPhoto render(JpegFile file, Collection<RenditionSize> sizes) throws Exception {
		try (Original original = original(file.bytes())) {
			return this.renderer.render(original, "0c5a1b52-9d3b-4f0e-9d7f-0c3f6f6a1c11", sizes);
		}
	}

	private static Original original(byte[] bytes) throws IOException, UnusablePhotoException {
		return Original.receive(new ByteArrayInputStream(bytes), 100_000_000);
	}

	private static String corners(BufferedImage image) {
		return letter(Drawings.at(image, 0.1, 0.1)) + letter(Drawings.at(image, 0.9, 0.1))
				+ letter(Drawings.at(image, 0.9, 0.9)) + letter(Drawings.at(image, 0.1, 0.9));
	}

	private static String letter(Color colour) {
		if (Drawings.distance(colour, Color.RED) < 12) {
			return "R";
		}
		if (Drawings.distance(colour, Color.GREEN) < 12) {
			return "G";
		}
		return (Drawings.distance(colour, Color.BLUE) < 12) ? "B"
				: (Drawings.distance(colour, Color.WHITE) < 12) ? "W" : "?";
	}

	private static double partFartherThan(int distance, BufferedImage image, Color ground) {
		int marked = 0;
		for (int y = 0; y < image.getHeight(); y++) {
			for (int x = 0; x < image.getWidth(); x++) {
				marked += (Drawings.distance(new Color(image.getRGB(x, y)), ground) > distance) ? 1 : 0;
			}
		}
		return (double) marked / (image.getWidth() * image.getHeight());
	}

	private static List<Integer> markersBeforeTheScan(byte[] jpeg) {
		List<Integer> markers = new java.util.ArrayList<>();
		for (int at = 2; (jpeg[at + 1] & 0xFF) != 0xDA;) {
			markers.add(jpeg[at + 1] & 0xFF);
			at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
		}
		return markers;
	}

}
