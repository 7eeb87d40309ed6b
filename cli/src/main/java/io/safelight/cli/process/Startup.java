package io.safelight.cli.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts all processes of a marketplace: the cloud, then the services, which need it from
 * their beginning. The gateway asks nobody anything while it starts, and takes the cores
 * that the cloud leaves idle.
 */
public final class Startup {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final Installation installation;

	private final Launcher launcher;

	private final Running running;

	private final Map<App, Process> processes = new LinkedHashMap<>();

	/**
	 * A startup.
	 * @param installation what is started
	 * @param launcher by what
	 */
	public Startup(Installation installation, Launcher launcher) {
		this.installation = installation;
		this.launcher = launcher;
		this.running = new Running(installation);
	}

	/**
	 * Starts everything and waits until all of it is healthy.
	 * @param watcher is told how it goes
	 * @return the processes in the order in which they were started
	 * @throws IOException if a process cannot be started
	 * @throws InterruptedException if told to stop
	 * @throws NotHealthy if a process ends, or is not healthy in ten minutes; the others
	 * run on
	 */
	public Map<App, Process> start(Watcher watcher) throws IOException, InterruptedException {
		List<App> apps = this.installation.apps();
		launch(apps.getFirst());
		launch(apps.getLast());
		await(apps.subList(0, 1), watcher);
		for (App app : apps.subList(1, apps.size() - 1)) {
			launch(app);
		}
		await(apps.subList(1, apps.size()), watcher);
		return this.processes;
	}

	private void launch(App app) throws IOException {
		this.processes.put(app, this.launcher.start(app));
	}

	private void await(List<App> apps, Watcher watcher) throws InterruptedException {
		List<App> waiting = new ArrayList<>(apps);
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!waiting.isEmpty()) {
			this.processes.forEach(Startup::checkThatItRuns);
			List<App> healthy = waiting.stream().filter(this.running::isHealthy).toList();
			healthy.forEach(watcher::healthy);
			waiting.removeAll(healthy);
			watcher.waiting(List.copyOf(waiting));
			if (!waiting.isEmpty()) {
				if (System.nanoTime() > deadline) {
					throw new NotHealthy(waiting.getFirst(),
							"is not healthy after " + PATIENCE.toMinutes() + " minutes");
				}
				TimeUnit.MILLISECONDS.sleep(100);
			}
		}
	}

	private static void checkThatItRuns(App app, Process process) {
		if (!process.isAlive()) {
			throw new NotHealthy(app, "has ended");
		}
	}

	/** Is told how a startup goes. */
	public interface Watcher {

		void healthy(App app);

		void waiting(List<App> apps);

	}

	/** A process that did not come up. */
	public static final class NotHealthy extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final transient App app;

		NotHealthy(App app, String what) {
			super(app.name() + " " + what);
			this.app = app;
		}

		public App app() {
			return this.app;
		}

	}

}
