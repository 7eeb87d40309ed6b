package io.safelight.cli.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What of an installation is running now, as the noted process ids say.
 */
public final class Running {

	private static final Duration ANSWER = Duration.ofSeconds(3);

	private final Installation installation;

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();

	/**
	 * A look at an installation.
	 * @param installation where things are
	 */
	public Running(Installation installation) {
		this.installation = installation;
	}

	public boolean anything() {
		return this.installation.apps().stream().anyMatch((app) -> process(app).isPresent());
	}

	/**
	 * The live process, if there is one and it is one of ours and not a later one with
	 * the same id.
	 */
	public Optional<ProcessHandle> process(App app) {
		return process(this.installation.pidFile(app));
	}

	private static Optional<ProcessHandle> process(Path pidFile) {
		try {
			if (!Files.exists(pidFile)) {
				return Optional.empty();
			}
			return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
				.filter(ProcessHandle::isAlive)
				.filter((process) -> process.info().command().map((command) -> command.endsWith("java")).orElse(true));
		}
		catch (IOException | NumberFormatException ex) {
			return Optional.empty();
		}
	}

	public boolean isHealthy(App app) {
		try {
			HttpRequest request = HttpRequest.newBuilder(URI.create(app.url() + app.healthPath()))
				.timeout(ANSWER)
				.build();
			return this.http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** The resident memory in MiB, where the system tells (Linux). */
	public Optional<Long> residentMegabytes(ProcessHandle process) {
		try {
			return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))
				.stream()
				.filter((line) -> line.startsWith("VmRSS:"))
				.map((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
				.findFirst();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Asks everything to stop, services before the cloud, and insists after a while.
	 * @param progress is told of each process
	 */
	public void stop(java.util.function.Consumer<String> progress) {
		process(this.installation.warmPidFile()).ifPresent(ProcessHandle::destroy);
		List<App> apps = this.installation.apps();
		List<App> services = apps.subList(1, apps.size());
		stop(services, progress);
		stop(apps.subList(0, 1), progress);
	}

	/**
	 * Stops one process, if it runs, and waits for its end.
	 * @param app which one
	 * @param kill whether without asking
	 */
	public void stop(App app, boolean kill) {
		Optional<ProcessHandle> running = process(app);
		forget(app);
		running.ifPresent((process) -> {
			if (kill) {
				process.destroyForcibly();
			}
			else {
				process.destroy();
			}
			awaitEnd(process);
		});
	}

	/** Whether a process has ended that nobody has stopped. */
	public boolean hasEnded(App app) {
		return Files.exists(this.installation.pidFile(app)) && process(app).isEmpty();
	}

	private void stop(List<App> apps, java.util.function.Consumer<String> progress) {
		List<ProcessHandle> processes = apps.stream().flatMap((app) -> process(app).stream()).toList();
		processes.forEach(ProcessHandle::destroy);
		for (App app : apps) {
			process(app).ifPresent((process) -> {
				progress.accept(app.name());
				awaitEnd(process);
			});
			forget(app);
		}
	}

	/**
	 * A service gives its handlers half a minute to end; after that nothing waits for it.
	 */
	private static void awaitEnd(ProcessHandle process) {
		try {
			process.onExit().get(45, java.util.concurrent.TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException ex) {
			process.destroyForcibly();
		}
	}

	private void forget(App app) {
		try {
			Files.deleteIfExists(this.installation.pidFile(app));
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
