package io.safelight.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where things are on this machine.
 *
 * @param home the checkout
 * @param state what is kept between runs: the cloud's data, logs
 * @param caches what makes starts faster
 * @param portOffset what is added to every port, so that a second marketplace can run
 * beside the first
 */
public record Installation(Path home, Path state, Path caches, int portOffset) {

	public static final String VERSION = "0.1.0-SNAPSHOT";

	/**
	 * The installation of a checkout. {@code SAFELIGHT_STATE} and
	 * {@code SAFELIGHT_PORT_OFFSET} move its state and its ports; an empty one is none.
	 */
	public static Installation of(Path home) {
		return of(home, System.getenv());
	}

	static Installation of(Path home, Map<String, String> environment) {
		Path state = home.resolve(setting(environment, "SAFELIGHT_STATE", ".safelight")).toAbsolutePath().normalize();
		int offset = Integer.parseInt(setting(environment, "SAFELIGHT_PORT_OFFSET", "0"));
		return new Installation(home, state, state.resolve("cache"), offset);
	}

	private static String setting(Map<String, String> environment, String name, String otherwise) {
		String value = environment.getOrDefault(name, "");
		return value.isBlank() ? otherwise : value;
	}

	/**
	 * Another one out of the same checkout, with a state and ports of its own; only what
	 * makes starts faster is shared.
	 */
	public Installation beside(String name, int portsAbove) {
		return new Installation(this.home, this.state.resolve(name), this.caches, this.portOffset + portsAbove);
	}

	/**
	 * The processes in the order in which they start: the cloud alone, then everything
	 * that needs it.
	 */
	public List<App> apps() {
		return List.of(new App("local-cloud", "local-cloud", port(4566), "/_safelight/health", "320m", false),
				service("upload", 8081, "160m"), service("publication", 8082, "384m"), service("imaging", 8083, "512m"),
				service("catalog", 8084, "160m"), service("search", 8085, "192m"), service("purchase", 8086, "192m"),
				service("notification", 8087, "160m"),
				new App("gateway", "gateway", port(8080), "/actuator/health/readiness", "160m", true));
	}

	/**
	 * A process by its short name or its module's.
	 * @throws IllegalArgumentException if there is none
	 */
	public App app(String name) {
		return apps().stream()
			.filter((app) -> app.name().equals(name) || app.module().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no process '" + name + "'; there are "
					+ String.join(", ", apps().stream().map(App::name).toList())));
	}

	private App service(String name, int port, String heap) {
		return new App(name, name + "-service", port(port), "/actuator/health/readiness", heap, true);
	}

	int port(int usual) {
		return usual + this.portOffset;
	}

	public String cloudUrl() {
		return url(4566);
	}

	public String identityUrl() {
		return url(9000);
	}

	public String gatewayUrl() {
		return url(8080);
	}

	String url(int usualPort) {
		return "http://127.0.0.1:" + port(usualPort);
	}

	public Path log(App app) {
		return this.state.resolve("logs").resolve(app.name() + ".log");
	}

	Path pidFile(App app) {
		return this.state.resolve("run").resolve(app.name() + ".pid");
	}

	Path warmPidFile() {
		return this.state.resolve("run").resolve("warm.pid");
	}

	Path cache(App app) {
		return this.caches.resolve(app.name() + ".aot");
	}

	/** A jar to run. */
	Path jar(App app) {
		return this.home.resolve(app.module()).resolve("target").resolve(app.module() + "-" + VERSION + ".jar");
	}

	/**
	 * Makes the folders that are missing.
	 * @throws IOException if they cannot be made
	 */
	public void prepare() throws IOException {
		for (String folder : List.of("logs", "run", "cloud", "search", "samples")) {
			Files.createDirectories(this.state.resolve(folder));
		}
		Files.createDirectories(this.caches);
	}

}
