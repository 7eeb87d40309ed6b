package io.safelight.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes the JDK's ahead-of-time caches (JEP 514), which make the next start several times
 * shorter. Each process is rehearsed: it is started whole, in a marketplace of its own
 * that nobody else sees, so that the cache also holds what is loaded only once messages
 * are received and requests answered, and it makes its cache as it stops.
 */
public final class StartCaches implements AutoCloseable {

	private static final int PORTS_ABOVE = 15_000;

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	/** The JDK adds endings of its own to it. */
	private static final String NEW = ".aot.new";

	private final Installation stage;

	private final Launcher launcher;

	private final Running running;

	/** What is under way is somebody else's, and so are its files. */
	private volatile boolean othersAreAtIt;

	/**
	 * The caches of an installation.
	 * @param installation where things are
	 */
	public StartCaches(Installation installation) {
		this.stage = installation.beside("rehearsal", PORTS_ABOVE);
		this.launcher = new Launcher(this.stage);
		this.running = new Running(this.stage);
	}

	/**
	 * Makes those that are missing or stale, one after the other, beside a cloud that is
	 * rehearsed the longest.
	 * @param progress is told of each
	 * @throws IOException if a process cannot be started
	 * @throws InterruptedException if told to stop
	 * @throws IllegalStateException if somebody else is making them
	 */
	public void makeMissing(Consumer<String> progress) throws IOException, InterruptedException {
		this.othersAreAtIt = this.running.anything();
		if (this.othersAreAtIt) {
			throw new IllegalStateException("The start caches are being made already; wait until that is done");
		}
		sweep();
		List<App> stale = stale();
		if (stale.isEmpty()) {
			return;
		}
		clear();
		this.stage.prepare();
		App cloud = this.stage.apps().getFirst();
		boolean cloudToo = stale.remove(cloud);
		Process process = cloudToo ? this.launcher.rehearse(cloud, fileOf(cloud)) : this.launcher.start(cloud);
		if (awaitHealthy(cloud, process)) {
			for (App app : stale) {
				progress.accept(app.name());
				make(app);
			}
		}
		if (cloudToo) {
			progress.accept(cloud.name());
		}
		stop(cloud, process);
		clear();
		sweep();
	}

	private List<App> stale() throws IOException {
		List<App> stale = new ArrayList<>();
		for (App app : this.stage.apps()) {
			if (!this.launcher.isFresh(app)) {
				stale.add(app);
			}
		}
		return stale;
	}

	private void make(App app) throws IOException, InterruptedException {
		Process process = this.launcher.rehearse(app, fileOf(app));
		awaitHealthy(app, process);
		stop(app, process);
	}

	private boolean awaitHealthy(App app, Process process) throws InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (process.isAlive() && System.nanoTime() < deadline) {
			if (this.running.isHealthy(app)) {
				return true;
			}
			process.waitFor(200, TimeUnit.MILLISECONDS);
		}
		return false;
	}

	/** What is half made when its time is over is of no use. */
	private void stop(App app, Process process) throws IOException, InterruptedException {
		process.destroy();
		boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		if (!ended) {
			process.destroyForcibly();
		}
		if (ended && Files.exists(fileOf(app))) {
			Files.move(fileOf(app), this.stage.cache(app), StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private Path fileOf(App app) {
		return this.stage.cache(app).resolveSibling(app.name() + NEW);
	}

	/**
	 * What a rehearsal left that was killed: a cache that was never whole, or the list of
	 * classes (of some ten megabytes) that it would have been made of.
	 */
	private void sweep() throws IOException {
		if (!Files.exists(this.stage.caches())) {
			return;
		}
		try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(this.stage.caches(), "*" + NEW + "*")) {
			for (Path leftover : leftovers) {
				Files.deleteIfExists(leftover);
			}
		}
	}

	private void clear() throws IOException {
		if (Files.exists(this.stage.state())) {
			try (Stream<Path> files = Files.walk(this.stage.state())) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}

	/** Ends what is being rehearsed, unless it is somebody else's. */
	@Override
	public void close() {
		if (this.othersAreAtIt) {
			return;
		}
		this.running.stop((name) -> {
		});
		try {
			sweep();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
