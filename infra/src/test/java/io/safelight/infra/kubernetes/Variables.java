package io.safelight.infra.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The variables that a process reads: placeholders of its configuration, and all
 * properties of its own, of the libraries' and of Spring's in the form that Spring Boot
 * wants in the environment (no dashes, {@code _} for dots, upper case).
 */
public final class Variables {

	/** What Java and the AWS SDK read by themselves. */
	private static final Set<String> JAVA = Set.of("JDK_JAVA_OPTIONS");

	private static final Set<String> SDK = Set.of("AWS_REGION", "AWS_ENDPOINT_URL", "AWS_ACCESS_KEY_ID",
			"AWS_SECRET_ACCESS_KEY", "AWS_EC2_METADATA_DISABLED");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)");

	/** The SDK reads an endpoint of its own for each service that it is used for. */
	private static final Pattern CLIENT = Pattern
		.compile("import software\\.amazon\\.awssdk\\.services\\.([a-z0-9]+)\\.");

	private static final Pattern LITERAL = Pattern.compile("[\"{](safelight\\.[a-z.-]+[a-z])[\":]");

	private static final Path ROOT = Path.of("..");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Set<String> SPRINGS = springs();

	private static final Map<String, Variables> KNOWN = new ConcurrentHashMap<>();

	private final Set<String> names = new HashSet<>(JAVA);

	/** Properties that are maps: everything below them is read. */
	private final Set<String> maps = new HashSet<>();

	private Variables() {
	}

	/**
	 * Of a process.
	 * @param module its folder, such as {@code upload-service}
	 */
	public static Variables of(String module) {
		return KNOWN.computeIfAbsent(module, Variables::readBy);
	}

	private static Variables readBy(String module) {
		Variables variables = new Variables();
		Path configuration = ROOT.resolve(module).resolve("src/main/resources/application.yml");
		if (Files.exists(configuration)) {
			variables.names.addAll(SPRINGS);
			variables.configured(configuration);
			variables.sources("service-starter", "io.safelight.service");
			variables.sources(module, "io.safelight." + module.replace("-service", ""));
			if (module.endsWith("-service")) {
				variables.names.addAll(SDK);
				variables.sources("messaging", "io.safelight.messaging");
			}
		}
		return variables;
	}

	public boolean contain(String name) {
		return this.names.contains(name) || this.maps.stream().anyMatch((map) -> name.startsWith(map + "_"));
	}

	private void configured(Path file) {
		try {
			PLACEHOLDER.matcher(Files.readString(file)).results().forEach((found) -> this.names.add(found.group(1)));
			new YamlPropertySourceLoader().load("file", new FileSystemResource(file))
				.stream()
				.flatMap((source) -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
				.forEach((name) -> this.names.add(inEnvironment(name)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void sources(String module, String basePackage) {
		try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
				String text = Files.readString(file);
				PLACEHOLDER.matcher(text).results().forEach((found) -> this.names.add(found.group(1)));
				CLIENT.matcher(text)
					.results()
					.forEach((found) -> this.names.add("AWS_ENDPOINT_URL_" + found.group(1).toUpperCase(Locale.ROOT)));
				LITERAL.matcher(text).results().forEach((found) -> this.names.add(inEnvironment(found.group(1))));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
		scanner.findCandidateComponents(basePackage).forEach((found) -> {
			Class<?> type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
			components(inEnvironment(type.getAnnotation(ConfigurationProperties.class).value()), type);
		});
	}

	private void components(String prefix, Class<?> type) {
		for (RecordComponent component : type.getRecordComponents()) {
			String name = prefix + "_" + component.getName().toUpperCase(Locale.ROOT);
			if (component.getType().isRecord()) {
				components(name, component.getType());
			}
			else if (Map.class.isAssignableFrom(component.getType())
					|| List.class.isAssignableFrom(component.getType())) {
				this.maps.add(name);
				this.names.add(name);
			}
			else {
				this.names.add(name);
			}
		}
	}

	private static Set<String> springs() {
		try {
			Set<String> names = new HashSet<>();
			for (URL url : Collections
				.list(ClassUtils.getDefaultClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
				try (InputStream metadata = url.openStream()) {
					JSON.readTree(metadata)
						.path("properties")
						.forEach((property) -> names.add(inEnvironment(property.path("name").asText())));
				}
			}
			return names;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String inEnvironment(String property) {
		return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
	}

}
