package io.safelight.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where things are on this machine.
 *
 * @param home the checkout
 */
public record Installation(Path home) {

	public static final String VERSION = "0.1.0-SNAPSHOT";

	public static final String CLOUD_URL = "http://127.0.0.1:4566";

	public static final String IDENTITY_URL = "http://127.0.0.1:9000";

	public static final String GATEWAY_URL = "http://127.0.0.1:8080";

	/**
	 * The processes in the order in which they start: the cloud alone, then everything
	 * that needs it.
	 */
	public List<App> apps() {
		return List.of(new App("local-cloud", "local-cloud", 4566, "/_safelight/health", "256m", false),
				service("upload", 8081, "160m"), service("publication", 8082, "384m"),
				service("imaging", 8083, "1536m"), service("catalog", 8084, "160m"), service("search", 8085, "192m"),
				service("purchase", 8086, "192m"), service("notification", 8087, "160m"),
				new App("gateway", "gateway", 8080, "/actuator/health/readiness", "160m", true));
	}

	private static App service(String name, int port, String heap) {
		return new App(name, name + "-service", port, "/actuator/health/readiness", heap, true);
	}

	public Path state() {
		return this.home.resolve(".safelight");
	}

	public Path log(App app) {
		return this.state().resolve("logs").resolve(app.name() + ".log");
	}

	Path pidFile(App app) {
		return this.state().resolve("run").resolve(app.name() + ".pid");
	}

	Path cache(App app) {
		return this.state().resolve("cache").resolve(app.name() + ".aot");
	}

	/** A jar to run. */
	Path jar(App app) {
		return this.home.resolve(app.module()).resolve("target").resolve(app.module() + "-" + VERSION + ".jar");
	}

	public void prepare() throws IOException {
		for (String folder : List.of("logs", "run", "cache", "cloud", "search", "samples")) {
			Files.createDirectories(state().resolve(folder));
		}
	}

}
