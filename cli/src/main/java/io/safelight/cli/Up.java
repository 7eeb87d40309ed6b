package io.safelight.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import io.safelight.cli.process.App;
import io.safelight.cli.process.Installation;
import io.safelight.cli.process.Launcher;
import io.safelight.cli.process.Running;
import io.safelight.cli.process.Startup;
import io.safelight.cli.samples.SamplePhotos;
import io.safelight.cli.samples.SampleUploads;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts everything.
 */
@Command(name = "up", description = "Start the marketplace and load sample photographs; Ctrl-C stops it.",
		mixinStandardHelpOptions = true)
final class Up implements Callable<Integer>, Startup.Watcher {

	@Option(names = "--detach", description = "Leave everything running and return; 'down' stops it.")
	private boolean detach;

	@Option(names = "--no-samples", description = "Load no photographs.")
	private boolean noSamples;

	@Option(names = "--no-cache", description = "Do not prepare faster starts in the background.")
	private boolean noCache;

	@Option(names = "--photos", paramLabel = "DIR", description = "Load the photographs of this folder.")
	private @Nullable Path photos;

	private final Console console = Console.standard();

	private final Installation installation = Installation.of(Safelight.home());

	private final Running running = new Running(this.installation);

	private final long start = System.nanoTime();

	private volatile boolean stopping;

	@Override
	public Integer call() throws Exception {
		if (this.running.anything()) {
			this.console.line("Safelight is running already: 'safelight status' shows it, 'safelight down' stops it.");
			return 1;
		}
		this.installation.prepare();
		if (!this.detach) {
			Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
		}
		Map<App, Process> processes;
		try {
			processes = new Startup(this.installation, new Launcher(this.installation)).start(this);
		}
		catch (Startup.NotHealthy ex) {
			failed(ex);
			this.running.stop((name) -> {
			});
			return 1;
		}
		this.console.line("All " + processes.size() + " processes are healthy after " + elapsed() + ".");
		loadSamples();
		addresses();
		if (!this.noCache) {
			new Launcher(this.installation).warm();
		}
		return this.detach ? 0 : follow(processes);
	}

	@Override
	public void healthy(App app) {
		this.console.line("  " + app.name() + " is healthy after " + elapsed());
	}

	@Override
	public void waiting(List<App> apps) {
		this.console
			.progress("  waiting for " + String.join(", ", apps.stream().map(App::name).toList()) + " … " + elapsed());
	}

	private void failed(Startup.NotHealthy failure) throws IOException {
		Path log = this.installation.log(failure.app());
		this.console.line(failure.getMessage() + ". The end of " + log + ":");
		new LogTail(log).last(15).forEach((line) -> this.console.line("  " + line));
	}

	private void loadSamples() {
		if (this.noSamples) {
			return;
		}
		try {
			SamplePhotos source = (this.photos != null) ? SamplePhotos.in(this.photos)
					: SamplePhotos.ofPackages(this.installation.state().resolve("samples"), this.console::progress);
			new SampleUploads(this.installation.gatewayUrl(), this.installation.identityUrl()).load(source.files(),
					this.console::progress, this.console::line, this::elapsed);
		}
		catch (IOException ex) {
			this.console.line("No samples were loaded: " + ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void addresses() {
		this.console.line("");
		this.console.line(this.console.bold("  Safelight is up."));
		this.console.line("  site and API     " + this.installation.gatewayUrl());
		this.console.line("  API documents    " + this.installation.gatewayUrl() + "/docs");
		this.console.line("  sign in          " + this.installation.identityUrl()
				+ "  (ana, paul: photographers; ben, bea: buyers;");
		this.console.line("                   mia: moderator; ada: administrator; the password of all is safelight)");
		this.console.line("  mails            " + this.installation.cloudUrl() + "/_safelight/mails.html");
		this.console.line("  AWS endpoint     " + this.installation.cloudUrl() + "  (test / test)");
		this.console.line(this.detach ? "  safelight logs follows the logs, safelight down stops everything."
				: "  Ctrl-C stops everything.");
		this.console.line("");
	}

	private int follow(Map<App, Process> processes) throws InterruptedException {
		LogFollower follower = new LogFollower(this.console);
		processes.keySet().forEach((app) -> follower.add(app.name(), this.installation.log(app)));
		follower.fromNowOn();
		while (processes.keySet().stream().noneMatch(this.running::hasEnded)) {
			follower.poll();
			TimeUnit.MILLISECONDS.sleep(300);
		}
		follower.poll();
		processes.forEach((app, process) -> {
			if (this.running.hasEnded(app) && !process.isAlive() && !this.stopping) {
				this.console.line(app.name() + " has ended with " + process.exitValue() + ": stopping everything.");
			}
		});
		return 1;
	}

	private void stop() {
		this.stopping = true;
		this.console.line("");
		this.running.stop((name) -> this.console.progress("stopping " + name + " …"));
		this.console.line("Safelight is down. Its state is kept in " + this.installation.state() + ".");
	}

	private String elapsed() {
		return Console.seconds(Duration.ofNanos(System.nanoTime() - this.start));
	}

}
