package io.safelight.cli.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import io.safelight.cli.chaos.Tally.Count;
import io.safelight.cli.process.App;
import io.safelight.cli.process.Installation;
import io.safelight.cli.process.Launcher;
import io.safelight.cli.process.Running;

/**
 * The processes, as somebody has them who may do anything to them. One thing at a time is
 * done to each. Thread-safe.
 */
final class Fleet implements AutoCloseable {

	/** An orderly stop takes no longer (docs/reliability.md). */
	private static final Duration MOST_FOR_A_STOP = Duration.ofSeconds(75);

	private static final Duration MOST_FOR_A_START = Duration.ofMinutes(10);

	/** What a process started must end soon after it. */
	private static final Duration MOST_FOR_CHILDREN = Duration.ofSeconds(20);

	private final Installation installation;

	private final Launcher launcher;

	private final Running running;

	private final Meters meters;

	private final Tally tally;

	private final Map<App, Process> processes = new ConcurrentHashMap<>();

	private final Map<App, Duration> offsets = new ConcurrentHashMap<>();

	private final Map<App, ReentrantLock> lanes = new ConcurrentHashMap<>();

	private final Map<App, Boolean> paused = new ConcurrentHashMap<>();

	private final Consumer<String> line;

	private volatile boolean closed;

	Fleet(Installation installation, Meters meters, Tally tally, Consumer<String> line) {
		this.installation = installation;
		this.launcher = new Launcher(installation);
		this.running = new Running(installation);
		this.meters = meters;
		this.tally = tally;
		this.line = line;
	}

	/** Everything but the cloud, which plays the part of AWS and is left in peace. */
	List<App> services() {
		List<App> apps = this.installation.apps();
		return apps.subList(1, apps.size());
	}

	App named(String name) {
		return services().stream().filter((app) -> app.name().equals(name)).findFirst().orElseThrow();
	}

	void setOffset(App app, Duration offset) {
		this.offsets.put(app, offset);
	}

	Map<String, Long> offsetSeconds() {
		Map<String, Long> seconds = new HashMap<>();
		this.offsets.forEach((app, offset) -> seconds.put(app.name(), offset.toSeconds()));
		return seconds;
	}

	/** Starts the cloud, then everything else, and waits until all are healthy. */
	void startAll() throws IOException, InterruptedException {
		App cloud = this.installation.apps().getFirst();
		start(cloud);
		awaitHealthy(List.of(cloud));
		for (App app : services()) {
			start(app);
		}
		awaitHealthy(services());
	}

	/** Does something to a process while nobody else does. */
	void exclusively(App app, Action action) throws IOException, InterruptedException {
		ReentrantLock lane = this.lanes.computeIfAbsent(app, (key) -> new ReentrantLock());
		lane.lockInterruptibly();
		try {
			action.run();
		}
		finally {
			lane.unlock();
		}
	}

	synchronized void start(App app) throws IOException {
		if (!this.closed) {
			this.processes.put(app, this.launcher.startApart(app, environment(app)));
		}
	}

	/**
	 * A person decides about every photo, as nobody else has looked at it: the local
	 * cloud does not moderate.
	 */
	private Map<String, String> environment(App app) {
		return Map.of("SAFELIGHT_PUBLICATION_MODERATION_WHENNOTEVALUATED", "person", "SAFELIGHT_CLOCK_OFFSET",
				this.offsets.getOrDefault(app, Duration.ZERO).toSeconds() + "s");
	}

	void kill(App app) throws IOException, InterruptedException {
		Process process = process(app);
		List<ProcessHandle> children = process.descendants().toList();
		this.meters.read(app);
		process.destroyForcibly().waitFor();
		this.tally.add(Count.KILLS);
		this.meters.ended(app);
		countOrphans(children);
	}

	void pause(App app, Duration length) throws IOException, InterruptedException {
		Process process = process(app);
		signal(process, "STOP");
		this.paused.put(app, true);
		this.tally.add(Count.PAUSES);
		process.waitFor(length.toMillis(), TimeUnit.MILLISECONDS);
		resume(app);
	}

	private void resume(App app) throws IOException, InterruptedException {
		if (this.paused.remove(app) != null) {
			signal(process(app), "CONT");
		}
	}

	/** Stops a process in order; one that does not stop in time is killed and counted. */
	void stop(App app) throws IOException, InterruptedException {
		Process process = process(app);
		List<ProcessHandle> children = process.descendants().toList();
		this.meters.read(app);
		long begin = System.nanoTime();
		process.destroy();
		if (!process.waitFor(MOST_FOR_A_STOP.toSeconds(), TimeUnit.SECONDS)) {
			this.tally.add(Count.SLOW_STOPS);
			this.line.accept("       " + app.name() + " has not stopped after " + MOST_FOR_A_STOP.toSeconds() + " s");
			process.destroyForcibly().waitFor();
		}
		this.tally.add(Count.RESTARTS);
		this.tally.most(Count.LONGEST_STOP_MILLIS, Duration.ofNanos(System.nanoTime() - begin).toMillis());
		this.meters.ended(app);
		countOrphans(children);
	}

	private void countOrphans(List<ProcessHandle> children) throws InterruptedException {
		long deadline = System.nanoTime() + MOST_FOR_CHILDREN.toNanos();
		while (children.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
			TimeUnit.MILLISECONDS.sleep(100);
		}
		children.stream().filter(ProcessHandle::isAlive).forEach((child) -> {
			this.tally.add(Count.ORPHANS);
			this.line.accept("       process " + child.pid() + " outlives the one that started it");
			child.destroyForcibly();
		});
	}

	/** Starts again what has ended by itself, as any supervisor does. */
	void supervise() throws IOException, InterruptedException {
		for (App app : services()) {
			ReentrantLock lane = this.lanes.computeIfAbsent(app, (key) -> new ReentrantLock());
			if (lane.tryLock()) {
				try {
					if (!process(app).isAlive() && !this.closed) {
						this.tally.add(Count.CRASHES);
						this.line.accept("       " + app.name() + " has ended by itself");
						this.meters.ended(app);
						start(app);
					}
				}
				finally {
					lane.unlock();
				}
			}
		}
	}

	boolean isUp(App app) {
		Process process = this.processes.get(app);
		return process != null && process.isAlive() && !this.paused.containsKey(app);
	}

	void awaitHealthy(List<App> apps) throws InterruptedException {
		long deadline = System.nanoTime() + MOST_FOR_A_START.toNanos();
		for (App app : apps) {
			while (!this.running.isHealthy(app)) {
				if (System.nanoTime() > deadline) {
					throw new IllegalStateException(app.name() + " is not healthy after " + MOST_FOR_A_START.toMinutes()
							+ " minutes, see " + this.installation.log(app));
				}
				TimeUnit.MILLISECONDS.sleep(250);
			}
		}
	}

	private Process process(App app) {
		Process process = this.processes.get(app);
		if (process == null) {
			throw new IllegalStateException(app.name() + " was never started");
		}
		return process;
	}

	private static void signal(Process process, String name) throws IOException, InterruptedException {
		new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start()
			.waitFor();
	}

	/** Lets paused processes go on, and stops everything, the cloud last. */
	@Override
	public void close() {
		synchronized (this) {
			this.closed = true;
		}
		try {
			for (App app : List.copyOf(this.paused.keySet())) {
				resume(app);
			}
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.running.stop((name) -> {
		});
	}

	/** Something that is done to a process. */
	interface Action {

		void run() throws IOException, InterruptedException;

	}

}
