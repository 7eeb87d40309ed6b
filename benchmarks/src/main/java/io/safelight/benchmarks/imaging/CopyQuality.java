package io.safelight.benchmarks.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import io.safelight.pictures.Lanczos;
import io.safelight.pictures.Likeness;

/**
 * How near copies are to a slow and exact reference. Of the full size, the middle is
 * compared.
 */
final class CopyQuality {

	private static final List<String> SIZES = List.of("full", "p2500", "w1600", "p1000", "w800", "w320");

	private static final int MIDDLE = 1500;

	private CopyQuality() {
	}

	/** The likeness of each size, the sizes as columns. */
	static Map<Candidate, Map<String, Likeness>> of(Path picture, Map<Candidate, Path> folders) throws IOException {
		BufferedImage original = ImageIO.read(picture.toFile());
		Map<Candidate, Map<String, Likeness>> all = new LinkedHashMap<>();
		for (String size : SIZES) {
			BufferedImage reference = null;
			for (Map.Entry<Candidate, Path> entry : folders.entrySet()) {
				Path file = entry.getValue().resolve(size + ".jpg");
				if (!Files.exists(file)) {
					continue;
				}
				BufferedImage copy = ImageIO.read(file.toFile());
				if (reference == null || !sameSize(reference, copy)) {
					reference = size.equals("full") ? original
							: Lanczos.resize(original, copy.getWidth(), copy.getHeight());
				}
				all.computeIfAbsent(entry.getKey(), (_) -> new LinkedHashMap<>())
					.put(size, Likeness.of(middle(reference), middle(copy)));
			}
		}
		return all;
	}

	private static boolean sameSize(BufferedImage one, BufferedImage other) {
		return one.getWidth() == other.getWidth() && one.getHeight() == other.getHeight();
	}

	private static BufferedImage middle(BufferedImage image) {
		int width = Math.min(MIDDLE, image.getWidth());
		int height = Math.min(MIDDLE, image.getHeight());
		return image.getSubimage((image.getWidth() - width) / 2, (image.getHeight() - height) / 2, width, height);
	}

}
