package io.safelight.cli;

import java.util.concurrent.Callable;

import io.safelight.cli.process.Installation;
import io.safelight.cli.process.Running;
import picocli.CommandLine.Command;

/**
 * Stops everything.
 */
@Command(name = "down", description = "Stop the marketplace; its state is kept.", mixinStandardHelpOptions = true)
final class Down implements Callable<Integer> {

	@Override
	public Integer call() {
		Console console = Console.standard();
		Running running = new Running(Installation.of(Safelight.home()));
		if (!running.anything()) {
			console.line("Safelight is not running.");
			return 0;
		}
		running.stop((name) -> console.progress("stopping " + name + " …"));
		console.line("Safelight is down.");
		return 0;
	}

}
