package io.safelight.infra.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one Dockerfile of all images.
 *
 * @param instructions each of them, on one line
 */
record Dockerfile(List<String> instructions) {

	private static final Path FILE = Path.of("..", "Dockerfile");

	private static final Pattern MODULES = Pattern.compile("-pl ([\\w,-]+)");

	private static final Pattern ARGUMENT = Pattern.compile("ARG (\\w+)(?:=(.*))?");

	/** A version and not a name for whatever is newest. */
	private static final Pattern PINNED = Pattern.compile(".+:.*\\d+[.]?\\d+.*|.+@sha256:[0-9a-f]{64}");

	static Dockerfile here() {
		try {
			return of(Files.readString(FILE));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Dockerfile of(String text) {
		String joined = text.lines()
			.filter((line) -> !line.startsWith("#"))
			.reduce("", (before, line) -> before
					+ (line.endsWith("\\") ? line.substring(0, line.length() - 1) : line + "\n"));
		return new Dockerfile(joined.lines().filter((line) -> !line.isBlank()).toList());
	}

	/** The modules that it builds, of which each can become an image. */
	Set<String> modules() {
		Matcher matcher = MODULES.matcher(String.join("\n", this.instructions));
		return matcher.find() ? new TreeSet<>(List.of(matcher.group(1).split(","))) : Set.of();
	}

	/** The build arguments that it has. */
	Set<String> arguments() {
		Set<String> names = new TreeSet<>();
		this.instructions.forEach((line) -> {
			Matcher matcher = ARGUMENT.matcher(line);
			if (matcher.matches()) {
				names.add(matcher.group(1));
			}
		});
		return names;
	}

	/** What is wrong with it. */
	List<String> faults() {
		List<String> faults = new ArrayList<>();
		Map<String, String> defaults = new HashMap<>();
		Set<String> stages = new TreeSet<>();
		for (String line : this.instructions) {
			Matcher argument = ARGUMENT.matcher(line);
			if (argument.matches() && argument.group(2) != null) {
				defaults.putIfAbsent(argument.group(1), argument.group(2));
			}
			if (line.startsWith("FROM ")) {
				String[] words = line.split("\\s+");
				String image = words[1].startsWith("${")
						? defaults.getOrDefault(words[1].substring(2, words[1].length() - 1), words[1]) : words[1];
				if (!stages.contains(image) && !isPinned(image)) {
					faults.add("its base is not pinned: " + image);
				}
				if (words.length > 3) {
					stages.add(words[3]);
				}
			}
		}
		if (last("USER").stream().noneMatch("USER 10001:10001"::equals)) {
			faults.add("its processes do not run as 10001");
		}
		if (this.instructions.stream().noneMatch((line) -> line.startsWith("HEALTHCHECK "))) {
			faults.add("it has no health check");
		}
		return faults;
	}

	static boolean isPinned(String image) {
		return PINNED.matcher(image).matches();
	}

	private List<String> last(String instruction) {
		return this.instructions.stream()
			.filter((line) -> line.startsWith(instruction + " "))
			.reduce((before, line) -> line)
			.stream()
			.toList();
	}

}
