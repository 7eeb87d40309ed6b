package io.safelight.infra.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A part of a manifest, or a whole one.
 *
 * @param content a map, a list, a scalar, or null
 */
record Manifest(Object content) {

	String id() {
		return kind() + " " + name();
	}

	String kind() {
		return text("kind");
	}

	String name() {
		return at("metadata").text("name");
	}

	Manifest at(String... path) {
		Object here = this.content;
		for (String name : path) {
			here = (here instanceof Map<?, ?> map) ? map.get(name) : null;
		}
		return new Manifest(here);
	}

	boolean has(String... path) {
		return at(path).content() != null;
	}

	String text(String... path) {
		return String.valueOf(at(path).content());
	}

	List<?> list(String... path) {
		return (at(path).content() instanceof List<?> list) ? list : List.of();
	}

	Stream<Manifest> each(String... path) {
		return list(path).stream().map(Manifest::new);
	}

	Map<String, String> texts(String... path) {
		Map<String, String> texts = new TreeMap<>();
		if (at(path).content() instanceof Map<?, ?> map) {
			map.forEach((name, value) -> texts.put(name.toString(), String.valueOf(value)));
		}
		return texts;
	}

	/** The template of the pods of a deployment. */
	Manifest pod() {
		return at("spec", "template");
	}

	Stream<Manifest> containers() {
		return pod().each("spec", "containers");
	}

	/** This and everything below it that is a map. */
	Stream<Manifest> parts() {
		return switch (this.content) {
			case Map<?, ?> map ->
				Stream.concat(Stream.of(this), map.values().stream().flatMap((value) -> new Manifest(value).parts()));
			case List<?> list -> list.stream().flatMap((value) -> new Manifest(value).parts());
			case null, default -> Stream.empty();
		};
	}

}
