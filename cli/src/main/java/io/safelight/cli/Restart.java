package io.safelight.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import io.safelight.cli.process.App;
import io.safelight.cli.process.Installation;
import io.safelight.cli.process.Launcher;
import io.safelight.cli.process.Running;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Starts one process anew.
 */
@Command(name = "restart", description = "Stop one process and start it again.", mixinStandardHelpOptions = true)
final class Restart implements Callable<Integer> {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	@Parameters(paramLabel = "SERVICE", description = "upload, publication, imaging, …, gateway")
	private String service = "";

	@Option(names = "--kill", description = "Do not ask it to stop: kill -9.")
	private boolean kill;

	private final Console console = Console.standard();

	private final Installation installation = Installation.of(Safelight.home());

	private final Running running = new Running(this.installation);

	@Override
	public Integer call() throws Exception {
		App app = this.installation.app(this.service);
		long begin = System.nanoTime();
		this.running.stop(app, this.kill);
		Duration stop = since(begin);
		new Launcher(this.installation).startAgain(app);
		while (!this.running.isHealthy(app)) {
			if (since(begin).compareTo(PATIENCE) > 0 || this.running.process(app).isEmpty()) {
				this.console.line(app.name() + " is not healthy, see " + this.installation.log(app));
				return 1;
			}
			TimeUnit.MILLISECONDS.sleep(100);
		}
		this.console.line(app.name() + (this.kill ? " was killed" : " stopped in " + Console.seconds(stop))
				+ " and is healthy after " + Console.seconds(since(begin)) + ".");
		return 0;
	}

	private static Duration since(long nanos) {
		return Duration.ofNanos(System.nanoTime() - nanos);
	}

}
