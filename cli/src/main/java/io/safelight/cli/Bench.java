package io.safelight.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.safelight.cli.process.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/**
 * Runs a benchmark in a JVM of its own, with the compilers and the collector that a
 * server would have.
 */
@Command(name = "bench", description = "Measure what is claimed, beside the alternatives, in the same run.",
		mixinStandardHelpOptions = true)
final class Bench implements Callable<Integer> {

	@Parameters(arity = "0..1", paramLabel = "<name>", description = "Which one; without a name they are listed.")
	private String name = "";

	@Unmatched
	private List<String> arguments = new ArrayList<>();

	@Override
	public Integer call() throws Exception {
		Path jar = Safelight.home().resolve("benchmarks/target/benchmarks-" + Installation.VERSION + ".jar");
		if (!Files.exists(jar)) {
			throw new IllegalStateException(jar + " is missing. Build it: mvn package -DskipTests");
		}
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
				"--enable-native-access=ALL-UNNAMED", "-Dsafelight.home=" + Safelight.home(), "-jar", jar.toString()));
		if (!this.name.isEmpty()) {
			command.add(this.name);
		}
		command.addAll(this.arguments);
		return new ProcessBuilder(command).inheritIO().start().waitFor();
	}

}
