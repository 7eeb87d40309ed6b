package io.safelight.infra;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/**
 * What others have to know of the services.
 */
public final class Services {

	private Services() {
	}

	/** The queue of each service. */
	public static Map<String, String> queues() {
		Map<String, String> queues = new TreeMap<>();
		Declared.all().forEach((service) -> queues.put(service.service(), service.routes().queue()));
		return queues;
	}

	/** The port of each service and the gateway, unless something else is said. */
	public static Map<String, String> ports() {
		Map<String, String> ports = new TreeMap<>();
		Declared.SERVICES.forEach((service) -> ports.put(service, port(service + "-service")));
		ports.put("gateway", port("gateway"));
		return ports;
	}

	private static String port(String module) {
		return environment(module).getRequiredProperty("server.port");
	}

	/** What the configuration in a module's jar says. */
	static StandardEnvironment environment(String module) {
		StandardEnvironment environment = new StandardEnvironment();
		Path file = Path.of("..", module, "src", "main", "resources", "application.yml");
		try {
			new YamlPropertySourceLoader().load(module, new FileSystemResource(file))
				.forEach(environment.getPropertySources()::addLast);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		return environment;
	}

}
