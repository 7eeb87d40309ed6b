package io.safelight.infra.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.safelight.infra.Yaml;

/**
 * {@code docker-compose.yml}.
 *
 * @param document the whole of it, anchors and merges done
 */
public record Compose(Map<?, ?> document) {

	static final Path ROOT = Path.of("..");

	/** The project's. */
	public static Compose here() {
		return of(text());
	}

	static String text() {
		try {
			return Files.readString(ROOT.resolve("docker-compose.yml"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Compose of(String text) {
		return new Compose((Map<?, ?>) Yaml.documents(text).getFirst());
	}

	/** What runs by name. */
	Map<String, Service> services() {
		Map<String, Service> services = new LinkedHashMap<>();
		map(this.document, "services")
			.forEach((name, value) -> services.put(name.toString(), new Service(name.toString(), (Map<?, ?>) value)));
		return services;
	}

	/** The images that it builds: no others of ours are there. */
	public Set<String> built() {
		return services().values()
			.stream()
			.filter(Service::isOurs)
			.map(Service::image)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	Set<String> volumes() {
		return map(this.document, "volumes").keySet().stream().map(Object::toString).collect(Collectors.toSet());
	}

	/** The profiles that it can be run with, of which one has to be chosen. */
	Set<String> profiles() {
		return services().values()
			.stream()
			.flatMap((service) -> service.texts("profiles").stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** What runs with a profile. */
	List<Service> running(String profile) {
		return services().values()
			.stream()
			.filter((service) -> service.texts("profiles").isEmpty() || service.texts("profiles").contains(profile))
			.toList();
	}

	static Map<?, ?> map(Map<?, ?> above, String name) {
		return (above.get(name) instanceof Map<?, ?> map) ? map : Map.of();
	}

	/**
	 * Something that runs.
	 *
	 * @param name its name
	 * @param content what is said of it
	 */
	record Service(String name, Map<?, ?> content) {

		String image() {
			return text("image");
		}

		boolean isOurs() {
			return this.content.containsKey("build");
		}

		String argument(String name) {
			return String.valueOf(map(map(this.content, "build"), "args").get(name));
		}

		Set<String> arguments() {
			return map(map(this.content, "build"), "args").keySet()
				.stream()
				.map(Object::toString)
				.collect(Collectors.toSet());
		}

		String text(String key) {
			return String.valueOf(this.content.get(key));
		}

		List<String> texts(String key) {
			return (this.content.get(key) instanceof List<?> list) ? list.stream().map(String::valueOf).toList()
					: List.of();
		}

		Map<String, String> environment() {
			Map<String, String> variables = new LinkedHashMap<>();
			map(this.content, "environment")
				.forEach((name, value) -> variables.put(name.toString(), String.valueOf(value)));
			return variables;
		}

		/** The names that others know it by. */
		Set<String> names() {
			Set<String> names = new TreeSet<>(Set.of(this.name));
			Map<?, ?> network = map(map(this.content, "networks"), "default");
			if (network.get("aliases") instanceof List<?> aliases) {
				aliases.forEach((alias) -> names.add(alias.toString()));
			}
			return names;
		}

	}

}
