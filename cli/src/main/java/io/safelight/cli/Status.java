package io.safelight.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.safelight.cli.process.App;
import io.safelight.cli.process.Installation;
import io.safelight.cli.process.Running;
import picocli.CommandLine.Command;

/**
 * Shows what runs.
 */
@Command(name = "status", description = "Show the processes, their health and their memory.",
		mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {

	private final Console console = Console.standard();

	private final Installation installation = Installation.of(Safelight.home());

	private final Running running = new Running(this.installation);

	@Override
	public Integer call() {
		boolean healthy = true;
		long megabytes = 0;
		this.console.line(row("process", "pid", "port", "health", "memory"));
		for (App app : this.installation.apps()) {
			Optional<ProcessHandle> process = this.running.process(app);
			boolean ready = process.isPresent() && this.running.isHealthy(app);
			long memory = process.flatMap(this.running::residentMegabytes).orElse(0L);
			this.console.line(row(app.name(), process.map((handle) -> Long.toString(handle.pid())).orElse("-"),
					Integer.toString(app.port()), process.isEmpty() ? "not running" : ready ? "healthy" : "not ready",
					(memory > 0) ? memory + " MiB" : "-"));
			healthy &= ready;
			megabytes += memory;
		}
		this.console.line(row("all", "", "", healthy ? "healthy" : "not healthy", megabytes + " MiB"));
		return healthy ? 0 : 1;
	}

	private static String row(String name, String pid, String port, String health, String memory) {
		return String.format(Locale.ROOT, "%-14s %8s %6s  %-12s %10s", name, pid, port, health, memory);
	}

}
