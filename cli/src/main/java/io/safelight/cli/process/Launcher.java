package io.safelight.cli.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts processes.
 */
public final class Launcher {

	/** What comes behind it does not hear Ctrl-C, nor that the terminal was closed. */
	private static final List<String> DEAF = List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "safelight");

	/** What prepares the next start leaves the cores to what runs. */
	private static final List<String> GENTLY = Files.isExecutable(Path.of("/usr/bin/nice"))
			? List.of("/usr/bin/nice", "-n", "19") : List.of();

	private final Installation installation;

	private final boolean useCaches;

	/**
	 * A launcher that uses the start caches that there are.
	 * @param installation where things are
	 */
	public Launcher(Installation installation) {
		this(installation, true);
	}

	/**
	 * A launcher.
	 * @param installation where things are
	 * @param useCaches whether start caches are used
	 */
	public Launcher(Installation installation, boolean useCaches) {
		this.installation = installation;
		this.useCaches = useCaches;
	}

	/**
	 * Starts a process whose output goes to its log, and notes its id. It does not hear
	 * the terminal: on Ctrl-C it is asked to stop in its turn, and not before the cloud
	 * that it needs.
	 * @param app which one
	 * @return the process
	 * @throws IOException if it cannot be started
	 */
	public Process start(App app) throws IOException {
		return start(app, Map.of(), Redirect.to(this.installation.log(app).toFile()));
	}

	/**
	 * Starts a process that ran before, and adds to its log.
	 * @param app which one
	 * @return the process
	 * @throws IOException if it cannot be started
	 */
	public Process startAgain(App app) throws IOException {
		return start(app, Map.of(), Redirect.appendTo(this.installation.log(app).toFile()));
	}

	/**
	 * Starts a process that hears nothing of AWS and of other marketplaces from the
	 * caller's environment, and adds to its log.
	 * @param app which one
	 * @param more what else its environment says
	 * @return the process
	 * @throws IOException if it cannot be started
	 */
	public Process startApart(App app, Map<String, String> more) throws IOException {
		Map<String, String> environment = new HashMap<>(environment(app, Map.of()));
		environment.putAll(more);
		return start(app, environment, Redirect.appendTo(this.installation.log(app).toFile()));
	}

	/**
	 * Starts a process that notes what it loads and, when it is stopped, makes a cache of
	 * it.
	 * @param app which one
	 * @param cache the cache that it makes
	 * @return the process
	 * @throws IOException if it cannot be started
	 */
	Process rehearse(App app, Path cache) throws IOException {
		List<String> command = new ArrayList<>(GENTLY);
		command.addAll(command(app, List.of("-XX:AOTCacheOutput=" + cache)));
		return start(app, command, environment(app, Map.of()), Redirect.to(this.installation.log(app).toFile()));
	}

	/**
	 * A cache that lies where it was made to lie is not written to: its pages stay those
	 * of the file, and the system can take them back.
	 */
	private Process start(App app, Map<String, String> more, Redirect log) throws IOException {
		List<String> options = this.useCaches && isFresh(app) ? List.of("-XX:AOTCache=" + this.installation.cache(app),
				"-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", "-Xlog:aot=off,cds=off") : List.of();
		return start(app, command(app, options), more, log);
	}

	private List<String> command(App app, List<String> options) {
		List<String> command = new ArrayList<>(DEAF);
		command.addAll(java(app));
		command.addAll(options);
		command.addAll(jarAndArguments(app));
		return command;
	}

	private Process start(App app, List<String> command, Map<String, String> more, Redirect log) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.installation.home().toFile())
			.redirectErrorStream(true)
			.redirectOutput(log)
			.redirectInput(Redirect.from(new File("/dev/null")));
		builder.environment().putAll(environment(app, builder.environment()));
		builder.environment().putAll(more);
		Process process = builder.start();
		Files.writeString(this.installation.pidFile(app), Long.toString(process.pid()));
		return process;
	}

	/**
	 * Starts the preparation of faster starts in the background. It ends by itself, or
	 * when everything is stopped.
	 * @throws IOException if it cannot be started
	 */
	public void warm() throws IOException {
		List<String> command = new ArrayList<>(DEAF);
		command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Dsafelight.home=" + this.installation.home(), "-XX:+UseSerialGC", "-jar",
				this.installation.home().resolve("cli/target/cli-" + Installation.VERSION + ".jar").toString(),
				"warm"));
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.installation.state().resolve("logs/warm.log").toFile())
			.start();
		Files.writeString(this.installation.warmPidFile(), Long.toString(process.pid()));
	}

	/** A cache is of use only for the very jars that it was made with. */
	boolean isFresh(App app) throws IOException {
		Path cache = this.installation.cache(app);
		if (!Files.exists(cache)) {
			return false;
		}
		FileTime made = Files.getLastModifiedTime(cache);
		try (Stream<Path> libraries = Files.list(this.installation.jar(app).resolveSibling("lib"))) {
			for (Path jar : Stream.concat(Stream.of(this.installation.jar(app)), libraries).toList()) {
				if (Files.getLastModifiedTime(jar).compareTo(made) > 0) {
					return false;
				}
			}
		}
		return true;
	}

	/**
	 * Few of the young live: a small nursery keeps what is resident small. Left to itself
	 * it would be a third of the heap, and be written to from its beginning to its end
	 * before anything is collected. All want to start soon, and none computes for long:
	 * pixels are the work of imaging's workers, which have options of their own.
	 */
	private List<String> java(App app) {
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + app.heap(),
				"-Xmn8m", "-Xss512k", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError",
				"-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8");
	}

	private List<String> jarAndArguments(App app) {
		List<String> arguments = new ArrayList<>(List.of("-jar", this.installation.jar(app).toString()));
		if (app.name().equals("local-cloud")) {
			arguments.addAll(List.of("--port", Integer.toString(app.port()), "--identity-port",
					Integer.toString(this.installation.port(9000)), "--state-dir",
					this.installation.state().resolve("cloud").toString()));
		}
		return arguments;
	}

	/**
	 * What makes the services talk to the local cloud and the gateway to the services.
	 * Each tells the cloud its name with each call (the SDK's application id). Whatever
	 * the caller's environment says already stays, so another endpoint can be given from
	 * outside.
	 */
	private Map<String, String> environment(App app, Map<String, String> given) {
		Map<String, String> environment = new HashMap<>(Map.of("AWS_ENDPOINT_URL", this.installation.cloudUrl(),
				"AWS_REGION", "us-east-1", "AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test",
				"AWS_EC2_METADATA_DISABLED", "true", "SAFELIGHT_PROVISION", "true"));
		environment.put("SAFELIGHT_IDENTITY_ISSUER", this.installation.identityUrl());
		environment.put("SAFELIGHT_ISSUER", this.installation.identityUrl());
		environment.put("SAFELIGHT_MESSAGING_QUEUE_RECEIVEWAIT", "2s");
		environment.put("SAFELIGHT_PURCHASE_PUBLICBASE", this.installation.gatewayUrl());
		environment.put("SAFELIGHT_NOTIFICATION_MAIL_SITE", this.installation.gatewayUrl());
		environment.put("SAFELIGHT_PUBLICATION_MODERATION_WHENNOTEVALUATED", "approve");
		environment.put("SAFELIGHT_SEARCH_INDEXDIR", this.installation.state().resolve("search").toString());
		for (App other : this.installation.apps()) {
			environment.put("SAFELIGHT_" + other.name().toUpperCase(Locale.ROOT) + "_URL", other.url());
		}
		environment.put("AWS_SDK_UA_APP_ID", app.name());
		environment.keySet().removeAll(given.keySet());
		if (app.spring()) {
			environment.put("SERVER_PORT", Integer.toString(app.port()));
		}
		return environment;
	}

}
