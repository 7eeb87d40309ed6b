package io.safelight.cli;

import java.nio.file.Path;
import java.util.Objects;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command itself: only names its subcommands.
 */
@Command(name = "safelight", description = "A stock-photo marketplace on this machine.",
		mixinStandardHelpOptions = true, version = "0.1.0", subcommands = { Up.class, Down.class, Restart.class,
				Status.class, Logs.class, Audit.class, Chaos.class, Bench.class, Warm.class })
public final class Safelight implements Runnable {

	@Spec
	private CommandSpec spec = CommandSpec.create();

	private Safelight() {
	}

	public static void main(String... args) {
		CommandLine command = new CommandLine(new Safelight());
		command.setExecutionExceptionHandler((ex, line, result) -> {
			line.getErr().println("safelight: " + ((ex.getMessage() != null) ? ex.getMessage() : ex.toString()));
			return 1;
		});
		System.exit(command.execute(args));
	}

	/** The checkout, as the script says. */
	static Path home() {
		return Path.of(Objects.requireNonNullElse(System.getProperty("safelight.home"), "."))
			.toAbsolutePath()
			.normalize();
	}

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(),
				"Say what to do: up, down, restart, status, logs, audit, chaos or bench");
	}

}
