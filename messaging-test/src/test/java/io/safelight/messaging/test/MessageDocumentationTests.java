package io.safelight.messaging.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.envelope.EnvelopeJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table in docs/messages.md, the samples in contracts/samples and the services' code
 * say the same.
 */
class MessageDocumentationTests {

	private static final Path ROOT = Path.of("").toAbsolutePath().resolveSibling(".").normalize();

	private static final Pattern ROW = Pattern
		.compile("\\| `([a-z0-9.-]+)` \\| ((?:`[a-z.-]+`(?:, )?)+) \\| [a-z ]+ \\| ([a-z, ]+) \\| .+ \\|");

	/** A type, perhaps as the value of a constant. */
	private static final Pattern TYPE = Pattern.compile("(?:String ([A-Z_]+) = )?\"([a-z][a-z0-9-]*\\.v\\d+)\"");

	/** A topic or a type, in the order in which routes name them. */
	private static final String NAME = "\\(\\s*(?:\"([a-z0-9.-]+)\"|(?:[A-Za-z]+\\.)?([A-Z_]+))";

	private static final Pattern ROUTE = Pattern.compile("\\.from" + NAME + "\\)|\\.on" + NAME + ",");

	private static final List<String> SERVICES = List.of("upload", "publication", "imaging", "catalog", "search",
			"purchase", "notification");

	private record Row(Set<String> topics, Set<String> consumers) {

		/** Whose topics they are. */
		String owner() {
			return this.topics.iterator().next().split("-")[1];
		}

	}

	private record Route(String topic, String type) {
	}

	private static Map<String, Row> table() throws IOException {
		Map<String, Row> rows = new TreeMap<>();
		for (String line : Files.readAllLines(ROOT.resolve("docs/messages.md"))) {
			Matcher row = ROW.matcher(line);
			if (row.matches()) {
				Set<String> consumers = row.group(3).equals("nobody yet") ? Set.of()
						: new TreeSet<>(Arrays.asList(row.group(3).split(", ")));
				Set<String> topics = new TreeSet<>(Arrays.asList(row.group(2).replace("`", "").split(", ")));
				rows.put(row.group(1), new Row(topics, consumers));
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
			assertThat(row.topics()).isNotEmpty()
				.allSatisfy(
						(topic) -> assertThat(topic).matches("safelight-" + owner + "-(events|commands)(\\.fifo)?"));
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
			for (Route route : routesOf(service)) {
				assertThat(routed).as(service + " handles it").containsKey(route.type());
				routed.getOrDefault(route.type(), new TreeSet<>()).add(service);
			}
		}
		assertThat(new TreeMap<>(routed)).isEqualTo(new TreeMap<>(documented));
	}

	/**
	 * Row F31: the filters of subscriptions are made from routes. None lets in what
	 * nobody sends, and what somebody sends is let in by somebody or said to be for
	 * nobody yet.
	 */
	@Test
	void letsEveryTypeInWhereItIsSaidAndNowhereElse() throws IOException {
		Map<String, Row> table = table();
		Map<String, Set<String>> heardOn = new TreeMap<>();
		for (String service : SERVICES) {
			for (Route route : routesOf(service)) {
				assertThat(Objects.requireNonNull(table.get(route.type()), route.type()).topics())
					.as(service + " listens for " + route.type() + " where it is said")
					.contains(route.topic());
				heardOn.computeIfAbsent(route.type(), (type) -> new TreeSet<>()).add(route.topic());
			}
		}
		table.forEach((type, row) -> assertThat(heardOn.getOrDefault(type, Set.of())).as("where " + type + " is heard")
			.isEqualTo(row.consumers().isEmpty() ? Set.of() : row.topics()));
	}

	@Test
	void namesExactlyTheTypesThatSomebodySends() throws IOException {
		Map<String, Set<String>> sent = new TreeMap<>();
		table().forEach((type, row) -> sent.computeIfAbsent(row.owner(), (owner) -> new TreeSet<>()).add(type));
		for (String service : SERVICES) {
			assertThat(sentBy(service)).as(service).isEqualTo(sent.getOrDefault(service, Set.of()));
		}
	}

	/** Every type that a service names elsewhere than in a route. */
	private static Set<String> sentBy(String service) throws IOException {
		String rest = ROUTE.matcher(sources(service)).replaceAll("");
		Set<String> sent = new TreeSet<>();
		for (MatchResult type : TYPE.matcher(rest).results().toList()) {
			String constant = type.group(1);
			if (constant == null || Pattern.compile("\\b" + constant + "\\b").matcher(rest).results().count() > 1) {
				sent.add(type.group(2));
			}
		}
		return sent;
	}

	/**
	 * What a service has a route for; types and topics are given as text or by the name
	 * of a constant.
	 */
	private static List<Route> routesOf(String service) throws IOException {
		String sources = sources(service);
		List<Route> routes = new ArrayList<>();
		String topic = "";
		Matcher route = ROUTE.matcher(sources);
		while (route.find()) {
			if (route.group().startsWith(".from")) {
				topic = name(sources, route.group(1), route.group(2));
			}
			else {
				routes.add(new Route(topic, name(sources, route.group(3), route.group(4))));
			}
		}
		return routes;
	}

	private static String sources(String service) throws IOException {
		StringBuilder sources = new StringBuilder();
		try (Stream<Path> files = Files.walk(ROOT.resolve(service + "-service/src/main/java"))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
				sources.append(Files.readString(file));
			}
		}
		return sources.toString();
	}

	private static String name(String sources, @Nullable String text, @Nullable String constant) {
		return (text != null) ? text : constant(sources, Objects.requireNonNull(constant));
	}

	private static String constant(CharSequence sources, String name) {
		Matcher constant = Pattern.compile("String " + name + " = \"([a-z0-9.-]+)\"").matcher(sources);
		assertThat(constant.find()).as("the constant " + name).isTrue();
		return constant.group(1);
	}

}
