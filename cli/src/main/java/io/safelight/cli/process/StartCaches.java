package io.safelight.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Makes the JDK's ahead-of-time caches (JEP 514), which make the next start several times
 * shorter. A training run starts a process up to the point of being ready and ends it.
 */
public final class StartCaches {

	private final Installation installation;

	private final Launcher launcher;

	/**
	 * The caches of an installation.
	 * @param installation where things are
	 */
	public StartCaches(Installation installation) {
		this.installation = installation;
		this.launcher = new Launcher(installation);
	}

	/**
	 * Makes those that are missing or stale, one after the other. Needs the local cloud
	 * to be running, whose own cache is made last, by a second one beside it.
	 * @param progress is told of each
	 * @throws IOException if a process cannot be started
	 * @throws InterruptedException if told to stop
	 */
	public void makeMissing(Consumer<String> progress) throws IOException, InterruptedException {
		for (App app : this.installation.apps()) {
			if (!this.launcher.isFresh(app)) {
				progress.accept(app.name());
				make(app);
			}
		}
	}

	private void make(App app) throws IOException, InterruptedException {
		Path made = this.installation.cache(app).resolveSibling(app.name() + ".aot.new");
		List<String> command = new ArrayList<>();
		if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
			command.addAll(List.of("/usr/bin/nice", "-n", "19"));
		}
		command.addAll(this.launcher.java(app));
		command.add("-XX:AOTCacheOutput=" + made);
		command.addAll(app.spring()
				? List.of("-Dspring.context.exit=onRefresh", "-Dserver.port=0", "-Dsafelight.provision=false")
				: List.of());
		command.addAll(List.of("-jar", this.installation.jar(app).toString()));
		if (!app.spring()) {
			command.addAll(List.of("--port", "0", "--identity-port", "0"));
		}
		Path log = this.installation.state().resolve("logs").resolve("cache-" + app.name() + ".log");
		Process process = this.launcher.process(app, command, log.toFile());
		if (!app.spring()) {
			stopWhenReady(process, log);
		}
		boolean ended = process.waitFor(3, TimeUnit.MINUTES);
		if (!ended) {
			process.destroyForcibly();
		}
		if (ended && Files.exists(made)) {
			Files.move(made, this.installation.cache(app), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static void stopWhenReady(Process process, Path log) throws IOException, InterruptedException {
		while (process.isAlive() && !Files.readString(log).contains("local-cloud ready")) {
			process.waitFor(200, TimeUnit.MILLISECONDS);
		}
		process.destroy();
	}

}
