package io.safelight.benchmarks.imaging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Who makes the pictures.
 */
enum Candidate {

	/** libjpeg-turbo and vectors: what the service does where it can. */
	NATIVE("native", "96m"),
	/** The same without vectors. */
	SCALAR("scalar", "96m"),
	/** No native library at all. */
	JAVA("java", "1500m"),
	/** Decoding and writing the full size alone: no set of copies can cost less. */
	FLOOR("floor", "96m"),
	/** sharp, decoded once, each size of the next larger one. */
	SHARP_TUNED("tuned", ""),
	/** sharp as its documentation shows it, a pipeline for each size. */
	SHARP_IDIOMATIC("idiomatic", "");

	private final String argument;

	private final String heap;

	Candidate(String argument, String heap) {
		this.argument = argument;
		this.heap = heap;
	}

	static List<Candidate> of(String names) {
		return Arrays.stream(names.split(","))
			.map((name) -> valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
			.toList();
	}

	String label() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** A just-in-time compiler needs to see more. */
	int warmUps() {
		return this.heap.isEmpty() ? 2 : 12;
	}

	/** How its worker is started. */
	List<String> command(Workshop workshop, String huffman) {
		List<String> command = new ArrayList<>(workshop.pinned());
		if (this.heap.isEmpty()) {
			command.addAll(List.of("node", workshop.folder().resolve("sharp-worker.mjs").toString()));
		}
		else {
			command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-XX:+UseSerialGC", "-Xmx" + this.heap, "-XX:ActiveProcessorCount=1",
					"-XX:ReservedCodeCacheSize=48m", "--enable-native-access=ALL-UNNAMED", "--add-modules",
					"jdk.incubator.vector", "-cp", workshop.classPath(), RenderingWorker.class.getName()));
		}
		command.addAll(List.of(this.argument, huffman));
		return command;
	}

}
