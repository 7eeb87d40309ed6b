package io.safelight.infra.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.safelight.infra.Yaml;

/**
 * The files of {@code k8s/}, and what kustomize makes of them as far as we use it:
 * resources, patches by strategic merge, images.
 */
final class Manifests {

	private static final Path FOLDER = Path.of("..", "k8s");

	private final Map<String, String> texts;

	private Manifests(Map<String, String> texts) {
		this.texts = texts;
	}

	static Manifests here() {
		try (Stream<Path> files = Files.walk(FOLDER)) {
			Map<String, String> texts = new TreeMap<>();
			for (Path file : files.filter((path) -> path.toString().matches(".*\\.(yaml|txt)")).toList()) {
				texts.put(FOLDER.relativize(file).toString().replace('\\', '/'), Files.readString(file));
			}
			return new Manifests(texts);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The same files with a fault: this text once replaced by that. */
	Manifests with(String file, String text, String replacement) {
		Map<String, String> faulty = new TreeMap<>(this.texts);
		String before = faulty.get(file);
		int at = (before != null) ? before.indexOf(text) : -1;
		if (at < 0) {
			throw new IllegalArgumentException(file + " does not say: " + text);
		}
		faulty.put(file, before.substring(0, at) + replacement + before.substring(at + text.length()));
		return new Manifests(faulty);
	}

	/** Every document of every file, patches and kustomizations included. */
	Map<String, List<Object>> documents() {
		return this.texts.keySet()
			.stream()
			.filter((file) -> file.endsWith(".yaml"))
			.collect(Collectors.toMap((file) -> file, (file) -> Yaml.documents(this.texts.get(file)),
					(one, other) -> one, TreeMap::new));
	}

	/** The images that Dockerfiles build or others publish. */
	Set<String> images() {
		return this.texts.get("images.txt")
			.lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** What {@code kubectl kustomize} says of a folder, by kind and name. */
	Map<String, Manifest> built(String folder) {
		Manifest kustomization = new Manifest(
				Yaml.documents(this.texts.get(folder + "/kustomization.yaml")).getFirst());
		Map<String, Manifest> built = new LinkedHashMap<>();
		for (Object resource : kustomization.list("resources")) {
			String path = Path.of(folder).resolve(resource.toString()).normalize().toString().replace('\\', '/');
			if (this.texts.containsKey(path)) {
				Yaml.documents(this.texts.get(path))
					.stream()
					.map(Manifest::new)
					.forEach((one) -> built.put(one.id(), one));
			}
			else {
				built.putAll(built(path));
			}
		}
		for (Object patch : kustomization.list("patches")) {
			String path = folder + "/" + ((Map<?, ?>) patch).get("path");
			Yaml.documents(this.texts.get(path)).stream().map(Manifest::new).forEach((one) -> patch(built, one));
		}
		return built;
	}

	private static void patch(Map<String, Manifest> built, Manifest patch) {
		Manifest patched = built.get(patch.id());
		if (patched == null) {
			throw new IllegalArgumentException("There is nothing to patch: " + patch.id());
		}
		built.put(patch.id(), new Manifest(merged(patched.content(), patch.content())));
	}

	/** Maps by key, lists of named things by name; other lists are replaced. */
	private static Object merged(Object below, Object above) {
		if (below instanceof Map<?, ?> lower && above instanceof Map<?, ?> upper) {
			Map<Object, Object> all = new LinkedHashMap<>(lower);
			upper.forEach((key, value) -> all.put(key, lower.containsKey(key) ? merged(lower.get(key), value) : value));
			return all;
		}
		if (below instanceof List<?> lower && above instanceof List<?> upper && isNamed(lower) && isNamed(upper)) {
			Map<Object, Object> all = new LinkedHashMap<>();
			Stream.concat(lower.stream(), upper.stream())
				.forEach((item) -> all.merge(((Map<?, ?>) item).get("name"), item, Manifests::merged));
			return new ArrayList<>(all.values());
		}
		return above;
	}

	private static boolean isNamed(List<?> items) {
		return items.stream().allMatch((item) -> item instanceof Map<?, ?> map && map.containsKey("name"));
	}

}
