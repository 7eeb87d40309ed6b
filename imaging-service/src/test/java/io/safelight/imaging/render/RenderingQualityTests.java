package io.safelight.imaging.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.safelight.imaging.render.jpeg.Libraries;
import io.safelight.pictures.DrawnPhotograph;
import io.safelight.pictures.IccProfile;
import io.safelight.pictures.JpegFile;
import io.safelight.pictures.Lanczos;
import io.safelight.pictures.Likeness;
import io.safelight.pictures.SampledJpeg;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How good the copies are, whichever way they are made. Over drawn photographs, and over
 * real ones if {@code -Dsafelight.photographs} names a folder of JPEG files.
 */
class RenderingQualityTests {

	private static final List<RenditionSize> ALL = List.of(RenditionSize.values());

	@ParameterizedTest
	@MethodSource("photographs")
	void everyCopyIsNearTheReference(byte[] file) throws Exception {
		BufferedImage original = upright(file);
		render(RenderingMeans.found(), file).forEach((size, copy) -> {
			Likeness likeness = Likeness.of(copy, Lanczos.resize(original, copy.getWidth(), copy.getHeight()));
			assertThat(likeness.psnr()).as("%s: %s", size, likeness).isGreaterThan(29);
			assertThat(likeness.ssim()).as("%s: %s", size, likeness).isGreaterThan(0.93);
		});
	}

	@ParameterizedTest
	@MethodSource("photographs")
	void bothWaysAgree(byte[] file) throws Exception {
		Libraries.require();
		Map<RenditionSize, BufferedImage> fast = render(RenderingMeans.found(), file);
		render(RenderingMeans.plainJava(), file).forEach((size, copy) -> {
			Likeness likeness = Likeness.of(copy, Objects.requireNonNull(fast.get(size)));
			assertThat(likeness.psnr()).as("%s: %s", size, likeness).isGreaterThan(35);
			assertThat(likeness.ssim()).as("%s: %s", size, likeness).isGreaterThan(0.999);
		});
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void bothWaysAgreeOnColourProfiles(boolean wide) throws Exception {
		Libraries.require();
		byte[] file = JpegFile.of(DrawnPhotograph.of(1000, 700, 9))
			.withProfile(wide ? IccProfile.displayP3() : IccProfile.adobeRgb())
			.bytes();
		Map<RenditionSize, BufferedImage> fast = render(RenderingMeans.found(), file);
		render(RenderingMeans.plainJava(), file)
			.forEach((size, copy) -> assertThat(Likeness.of(copy, Objects.requireNonNull(fast.get(size))).psnr())
				.as("%s", size)
				.isGreaterThan(34));
	}

	static Stream<Named<byte[]>> photographs() throws IOException {
		String folder = System.getProperty("safelight.photographs");
		if (folder != null) {
			return Files.list(Path.of(folder))
				.filter((file) -> file.toString().endsWith(".jpg"))
				.sorted()
				.map((file) -> Named.of(file.getFileName().toString(), bytes(file)));
		}
		return Stream.of(Named.of("odd sizes", SampledJpeg.of(DrawnPhotograph.of(1701, 1135, 1), 2, 2, false)),
				Named.of("4:2:2", SampledJpeg.of(DrawnPhotograph.of(1804, 601, 2), 2, 1, false)),
				Named.of("4:4:4, progressive", SampledJpeg.of(DrawnPhotograph.of(803, 1202, 3), 1, 1, true)));
	}

	private static byte[] bytes(Path file) {
		try {
			return Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<RenditionSize, BufferedImage> render(RenderingMeans means, byte[] file) throws Exception {
		Map<RenditionSize, BufferedImage> copies = new EnumMap<>(RenditionSize.class);
		try (Original original = Original.receive(new ByteArrayInputStream(file), 200_000_000)) {
			new PhotoRenderer(PhotoLimits.DEFAULT, means).render(original, RenderRequest.of("seed", ALL).unmarked(),
					(rendition, picture) -> copies.put(rendition.size(), Drawings.read(rendition.jpeg())));
		}
		return copies;
	}

	private static BufferedImage upright(byte[] file) {
		return Drawings.read(file);
	}

}
