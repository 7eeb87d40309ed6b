package io.safelight.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import io.safelight.cli.process.App;
import io.safelight.cli.process.Installation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Shows the logs.
 */
@Command(name = "logs", description = "Show the logs of all processes, or of one.", mixinStandardHelpOptions = true)
final class Logs implements Callable<Integer> {

	@Parameters(arity = "0..1", paramLabel = "SERVICE",
			description = "upload, publication, imaging, …, gateway, local-cloud")
	private @Nullable String service;

	@Option(names = { "-n", "--lines" }, defaultValue = "20",
			description = "How many lines of each to begin with (${DEFAULT-VALUE}).")
	private int lines = 20;

	@Option(names = "--no-follow", description = "Do not wait for more.")
	private boolean noFollow;

	@Override
	public Integer call() throws Exception {
		Installation installation = Installation.of(Safelight.home());
		List<App> apps = installation.apps()
			.stream()
			.filter((app) -> this.service == null || app.name().equals(this.service)
					|| app.module().equals(this.service))
			.toList();
		if (apps.isEmpty()) {
			throw new IllegalArgumentException("There is no process '" + this.service + "'; there are "
					+ String.join(", ", installation.apps().stream().map(App::name).toList()));
		}
		LogFollower follower = new LogFollower(Console.standard());
		apps.forEach((app) -> follower.add(app.name(), installation.log(app)));
		follower.last(this.lines);
		follower.fromNowOn();
		while (!this.noFollow) {
			follower.poll();
			TimeUnit.MILLISECONDS.sleep(300);
		}
		return 0;
	}

}
