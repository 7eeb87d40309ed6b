package io.safelight.cli;

import java.util.concurrent.Callable;

import io.safelight.cli.process.Installation;
import io.safelight.cli.process.StartCaches;
import picocli.CommandLine.Command;

/**
 * Prepares faster starts; {@link Up} runs it in the background.
 */
@Command(name = "warm", description = "Prepare faster starts (done in the background by 'up').",
		mixinStandardHelpOptions = true)
final class Warm implements Callable<Integer> {

	@Override
	public Integer call() throws Exception {
		Console console = Console.standard();
		StartCaches caches = new StartCaches(Installation.of(Safelight.home()));
		Runtime.getRuntime().addShutdownHook(new Thread(caches::close));
		caches.makeMissing((name) -> console.line("start cache of " + name));
		return 0;
	}

}
