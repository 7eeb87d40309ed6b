package io.safelight.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import io.safelight.cli.chaos.ChaosReport;
import io.safelight.cli.chaos.ChaosRun;
import io.safelight.cli.process.Installation;
import io.safelight.cli.process.Running;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sees whether anything is lost or done twice.
 */
@Command(name = "chaos",
		description = {
				"Load a marketplace of its own while its processes are killed, paused and "
						+ "restarted; then audit it. Exits 1 if anything was lost or done twice.",
				"It has its own ports (20,000 above the usual ones) and its own state." },
		mixinStandardHelpOptions = true)
final class Chaos implements Callable<Integer> {

	private static final int PORTS_ABOVE = 20_000;

	@Option(names = "--minutes", defaultValue = "5", description = "How long there is load (${DEFAULT-VALUE}).")
	private int minutes = 5;

	@Option(names = "--seed", description = "The seed of an earlier run, for the same schedule.")
	private @Nullable Long seed;

	@Option(names = "--uploads-per-minute", defaultValue = "30",
			description = "How many photographs come (${DEFAULT-VALUE}).")
	private int uploadsPerMinute = 30;

	@Option(names = "--purchases-per-minute", defaultValue = "10",
			description = "How many buyers come (${DEFAULT-VALUE}).")
	private int purchasesPerMinute = 10;

	@Option(names = "--calm", description = "Do nothing to the processes, for figures to compare with.")
	private boolean calm;

	private final Console console = Console.standard();

	private final Installation installation = Installation.of(Safelight.home()).beside("chaos", PORTS_ABOVE);

	@Override
	public Integer call() throws Exception {
		if (new Running(this.installation).anything()) {
			this.console.line("Another chaos is running in " + this.installation.state() + ".");
			return 1;
		}
		prepare();
		long chosen = (this.seed != null) ? this.seed : RandomGenerator.getDefault().nextInt(1, 1_000_000);
		ChaosRun.Plan plan = new ChaosRun.Plan(Duration.ofMinutes(this.minutes), chosen, this.uploadsPerMinute,
				this.purchasesPerMinute, this.calm);
		ChaosRun run = new ChaosRun(this.installation, plan, this.console::line, this.console::progress);
		Runtime.getRuntime().addShutdownHook(new Thread(run::close));
		try (run) {
			return tell(run.run());
		}
	}

	/** The last run's state goes; what makes starts faster stays. */
	private void prepare() throws IOException {
		for (String folder : List.of("logs", "run", "cloud", "search")) {
			deleteAll(this.installation.state().resolve(folder));
		}
		this.installation.prepare();
	}

	private static void deleteAll(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}

	private int tell(ChaosReport report) throws IOException {
		Path file = this.installation.state().resolve("report.json");
		JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		Files.writeString(file, json.writeValueAsString(report));
		report.lost().forEach((lost) -> this.console.line("lost: " + lost));
		report.doubled().forEach((doubled) -> this.console.line("doubled: " + doubled));
		report.leftOver().forEach((left) -> this.console.line("left over: " + left));
		report.parked().forEach((parked) -> this.console.line("note: " + parked));
		report.lines().forEach(this.console::line);
		this.console.line("");
		this.console.line("  The report is " + file + ", the logs are beside it. '--seed " + report.seed()
				+ "' strikes in the same way again.");
		return report.isSound() ? 0 : 1;
	}

}
