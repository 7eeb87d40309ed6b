package io.safelight.messaging.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.envelope.EnvelopeJson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table in docs/messages.md, the samples in contracts/samples and the services' code
 * say the same.
 */
class MessageDocumentationTests {

	private static final Path ROOT = Path.of("").toAbsolutePath().resolveSibling(".").normalize();

	private static final Pattern ROW = Pattern
		.compile("\\| `([a-z0-9.-]+)` \\| `([a-z-]+)` \\| [a-z ]+ \\| ([a-z, ]+) \\| .+ \\|");

	private static final Pattern ROUTE = Pattern
		.compile("\\.on\\(\\s*(?:\"([a-z0-9-]+\\.v\\d+)\"|(?:[A-Za-z]+\\.)?([A-Z_]+)),");

	private static final List<String> SERVICES = List.of("upload", "publication", "imaging", "catalog", "search",
			"purchase", "notification");

	private record Row(String topic, Set<String> consumers) {
	}

	private static Map<String, Row> table() throws IOException {
		Map<String, Row> rows = new TreeMap<>();
		for (String line : Files.readAllLines(ROOT.resolve("docs/messages.md"))) {
			Matcher row = ROW.matcher(line);
			if (row.matches()) {
				Set<String> consumers = row.group(3).equals("nobody yet") ? Set.of()
						: new TreeSet<>(Arrays.asList(row.group(3).split(", ")));
				rows.put(row.group(1), new Row(row.group(2), consumers));
			}
		}
		return rows;
	}

	private static Map<String, Envelope> samples() throws IOException {
		Map<String, Envelope> samples = new TreeMap<>();
		try (Stream<Path> files = Files.list(ROOT.resolve("contracts/samples"))) {
			for (Path file : files.toList()) {
				samples.put(file.getFileName().toString().replaceFirst("\\.json$", ""),
						EnvelopeJson.read(Files.readString(file)));
			}
		}
		return samples;
	}

	@Test
	void hasOneSampleForEachDocumentedMessage() throws IOException {
		assertThat(samples().keySet()).isNotEmpty().isEqualTo(table().keySet());
	}

	@Test
	void namesInEachSampleItsTypeAndItsSender() throws IOException {
		Map<String, Row> table = table();
		samples().forEach((type, sample) -> {
			assertThat(sample.type()).hasToString(type);
			Row row = Objects.requireNonNull(table.get(type), type);
			String owner = sample.source().replace("safelight.", "");
			assertThat(row.topic()).isIn("safelight-" + owner + "-events", "safelight-" + owner + "-commands");
		});
	}

	@Test
	void namesExactlyTheConsumersThatHaveARoute() throws IOException {
		Map<String, Set<String>> documented = table().entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().consumers()));
		Map<String, Set<String>> routed = documented.keySet()
			.stream()
			.collect(Collectors.toMap((type) -> type, (type) -> new TreeSet<>()));
		for (String service : SERVICES) {
			for (String type : routesOf(service)) {
				assertThat(routed).as(service + " handles it").containsKey(type);
				routed.getOrDefault(type, new TreeSet<>()).add(service);
			}
		}
		assertThat(new TreeMap<>(routed)).isEqualTo(new TreeMap<>(documented));
	}

	/**
	 * The types that a service has a route for, given as text or by the name of a
	 * constant.
	 */
	private static Set<String> routesOf(String service) throws IOException {
		StringBuilder sources = new StringBuilder();
		try (Stream<Path> files = Files.walk(ROOT.resolve(service + "-service/src/main/java"))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
				sources.append(Files.readString(file));
			}
		}
		return ROUTE.matcher(sources)
			.results()
			.map((route) -> (route.group(1) != null) ? route.group(1) : constant(sources, route.group(2)))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String constant(CharSequence sources, String name) {
		Matcher constant = Pattern.compile("String " + name + " = \"([a-z0-9-]+\\.v\\d+)\"").matcher(sources);
		assertThat(constant.find()).as("the constant " + name).isTrue();
		return constant.group(1);
	}

}
