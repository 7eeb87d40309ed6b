package io.safelight.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.safelight.messaging.topology.BucketNames;

/**
 * The CloudFormation templates of this folder, with references and names resolved for an
 * account {@value #ACCOUNT}.
 */
final class Templates {

	static final String ACCOUNT = "000000000000";

	/** What every bucket's name has to end with. */
	static final BucketNames BUCKETS = new BucketNames("-of-somebody");

	private final Map<String, String> texts;

	private final List<Resource> resources = new ArrayList<>();

	private Templates(Map<String, String> texts) {
		this.texts = texts;
		texts.values().forEach((text) -> this.resources.addAll(new References(Yaml.document(text)).resources()));
	}

	static Templates here() {
		Map<String, String> texts = new TreeMap<>();
		try (Stream<Path> files = Files.list(Path.of("."))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".yaml")).toList()) {
				texts.put(file.getFileName().toString(), Files.readString(file));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new Templates(texts);
	}

	/** The same templates with a fault: this text once replaced by that. */
	Templates with(String file, String text, String replacement) {
		Map<String, String> faulty = new TreeMap<>(this.texts);
		String before = faulty.get(file);
		int at = before.indexOf(text);
		if (at < 0) {
			throw new IllegalArgumentException(file + " does not say: " + text);
		}
		faulty.put(file, before.substring(0, at) + replacement + before.substring(at + text.length()));
		return new Templates(faulty);
	}

	/** How many bytes each file has. */
	Map<String, Integer> sizes() {
		Map<String, Integer> sizes = new TreeMap<>();
		this.texts.forEach((file, text) -> sizes.put(file, text.getBytes(StandardCharsets.UTF_8).length));
		return sizes;
	}

	/** All resources of a type, such as {@code AWS::SQS::Queue}. */
	List<Resource> ofType(String type) {
		return this.resources.stream().filter((resource) -> resource.type().equals(type)).toList();
	}

	/**
	 * One resource.
	 *
	 * @param id its logical id
	 * @param type its type
	 * @param deletionPolicy what becomes of it with its stack; empty if nothing is said
	 * @param properties its properties, resolved
	 */
	record Resource(String id, String type, String deletionPolicy, Node properties) {
	}

}
