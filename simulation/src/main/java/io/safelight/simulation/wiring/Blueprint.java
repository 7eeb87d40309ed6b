package io.safelight.simulation.wiring;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.safelight.messaging.autoconfigure.MessagingAutoConfiguration;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.UrlResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * How a service is wired: read from its own configuration classes, once, so that a
 * simulation and Spring wire the same objects. Its settings are those of its own
 * {@code application.yml}. Starting an instance from it costs microseconds. Thread-safe.
 */
public final class Blueprint {

	private final String service;

	private final List<Definition> definitions;

	private final ConfigurableEnvironment environment;

	private final Map<Class<?>, Object> properties = new HashMap<>();

	private Blueprint(String service, List<Definition> definitions, ConfigurableEnvironment environment) {
		this.service = service;
		this.definitions = definitions;
		this.environment = environment;
	}

	/**
	 * Reads how a service is wired.
	 * @param service its short name, such as {@code imaging}
	 * @param settings what is set differently
	 */
	public static Blueprint of(String service, Map<String, Object> settings) {
		List<Class<?>> configurations = configurations("io.safelight." + service);
		Stream<Class<?>> all = Stream.concat(configurations.stream(), Stream.of(MessagingAutoConfiguration.class))
			.flatMap(Blueprint::withImports);
		return new Blueprint(service, all.flatMap(Blueprint::definitions).toList(),
				environment(configurations.getFirst(), settings));
	}

	private static List<Class<?>> configurations(String inPackage) {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(Configuration.class));
		List<Class<?>> found = scanner.findCandidateComponents(inPackage)
			.stream()
			.map(BeanDefinition::getBeanClassName)
			.map(Objects::requireNonNull)
			.sorted()
			.<Class<?>>map(Blueprint::type)
			.toList();
		if (found.isEmpty()) {
			throw new IllegalStateException("There is no configuration in " + inPackage);
		}
		return found;
	}

	private static Stream<Class<?>> withImports(Class<?> configuration) {
		Import imports = configuration.getAnnotation(Import.class);
		return (imports != null) ? Stream.concat(Stream.of(configuration), Arrays.stream(imports.value()))
				: Stream.of(configuration);
	}

	private static Class<?> type(String name) {
		try {
			return Class.forName(name);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Stream<Definition> definitions(Class<?> configuration) {
		Object holder = instance(configuration);
		return Arrays.stream(configuration.getDeclaredMethods())
			.filter((method) -> AnnotatedElementUtils.hasAnnotation(method, Bean.class))
			.sorted(Comparator.comparing(java.lang.reflect.Method::getName))
			.map((method) -> Definition.of(holder, method));
	}

	private static Object instance(Class<?> type) {
		try {
			Constructor<?> constructor = type.getDeclaredConstructor();
			constructor.setAccessible(true);
			return constructor.newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(type + " has no constructor without parameters", ex);
		}
	}

	private static ConfigurableEnvironment environment(Class<?> configuration, Map<String, Object> settings) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("simulation", settings));
		URL home = configuration.getProtectionDomain().getCodeSource().getLocation();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { home }, null)) {
			URL yaml = Objects.requireNonNull(loader.findResource("application.yml"), home + " has no application.yml");
			new YamlPropertySourceLoader().load("application.yml", new UrlResource(yaml))
				.forEach(environment.getPropertySources()::addLast);
			return environment;
		}
		catch (IOException ex) {
			throw new IllegalStateException("The settings of " + home + " cannot be read", ex);
		}
	}

	/**
	 * Starts an instance.
	 * @param ports what the instance is not to make itself: it wins over what the
	 * configuration would make
	 */
	public Wired start(List<Object> ports) {
		return new Wired(this, ports);
	}

	public String service() {
		return this.service;
	}

	List<Definition> definitions() {
		return this.definitions;
	}

	boolean areProperties(Class<?> type) {
		return type.isAnnotationPresent(ConfigurationProperties.class);
	}

	/** A record of settings, as Spring Boot would bind it. */
	synchronized Object properties(Class<?> type) {
		return this.properties.computeIfAbsent(type, this::bind);
	}

	private Object bind(Class<?> type) {
		String prefix = MergedAnnotations.from(type).get(ConfigurationProperties.class).getString("prefix");
		return Binder.get(this.environment).bindOrCreate(prefix, type);
	}

	/** A text with placeholders, as in {@code @Value}. */
	String text(String withPlaceholders) {
		return this.environment.resolveRequiredPlaceholders(withPlaceholders);
	}

}
