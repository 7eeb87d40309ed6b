package io.safelight.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.safelight.cli.process.App;
import io.safelight.cli.process.Installation;
import io.safelight.cli.process.Launcher;
import io.safelight.cli.process.Running;
import io.safelight.cli.process.StartCaches;
import io.safelight.cli.process.Startup;

/**
 * Starts all processes of a marketplace of its own again and again, in turns with the
 * JDK's ahead-of-time caches and without, from nothing running until all are healthy. Its
 * first start, which makes tables, topics and queues, is not measured.
 */
public final class StartBenchmark {

	private static final int PORTS_ABOVE = 12_000;

	/**
	 * What a start leaves behind has been thrown away, and nothing is asked of anybody.
	 */
	private static final Duration SETTLING = Duration.ofSeconds(10);

	private final Installation installation;

	private final Running running;

	private StartBenchmark(Installation installation) {
		this.installation = installation;
		this.running = new Running(installation);
	}

	public static void main(String... args) throws Exception {
		int rounds = (args.length > 0) ? Integer.parseInt(args[0]) : 3;
		Installation installation = Installation.of(Path.of(System.getProperty("safelight.home", ".")));
		System.out.println("Making the start caches that are missing …");
		new StartCaches(installation).makeMissing((name) -> System.out.println("  " + name));
		new StartBenchmark(installation.beside("bench-start", PORTS_ABOVE)).run(rounds);
	}

	private void run(int rounds) throws IOException, InterruptedException {
		this.installation.prepare();
		Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
		System.out.println("A first start, not measured …");
		start(true);
		List<Sample> with = new ArrayList<>();
		List<Sample> without = new ArrayList<>();
		for (int round = 1; round <= rounds; round++) {
			for (boolean caches : new boolean[] { true, false }) {
				Sample sample = start(caches);
				(caches ? with : without).add(sample);
				System.out.printf("round %d, %s caches: %s%n", round, caches ? "with" : "without", sample);
			}
		}
		tell(with, without);
	}

	private Sample start(boolean caches) throws IOException, InterruptedException {
		long begin = System.nanoTime();
		Startup startup = new Startup(this.installation, new Launcher(this.installation, caches));
		Map<App, Process> processes = startup.start(new Startup.Watcher() {
			@Override
			public void healthy(App app) {
			}

			@Override
			public void waiting(List<App> apps) {
			}
		});
		double seconds = (System.nanoTime() - begin) / 1e9;
		TimeUnit.NANOSECONDS.sleep(SETTLING.toNanos());
		Map<String, Memory> memory = new LinkedHashMap<>();
		for (Map.Entry<App, Process> entry : processes.entrySet()) {
			memory.put(entry.getKey().name(), Memory.of(entry.getValue().pid()));
		}
		stop();
		return new Sample(seconds, memory);
	}

	private void stop() {
		this.running.stop((name) -> {
		});
	}

	private void tell(List<Sample> with, List<Sample> without) {
		System.out.printf("%n%d processes on %d cores, medians of %d starts each%n%n", with.getFirst().memory().size(),
				Runtime.getRuntime().availableProcessors(), with.size());
		System.out.printf("%-14s %10s %10s%n", "", "with", "without");
		System.out.printf("%-14s %10.1f %10.1f%n", "healthy, s", Sample.seconds(with), Sample.seconds(without));
		for (String name : with.getFirst().memory().keySet()) {
			System.out.printf("%-14s %10d %10d%n", name + ", MiB", Sample.resident(with, name),
					Sample.resident(without, name));
		}
		System.out.printf("%-14s %10d %10d%n", "resident, MiB", Sample.resident(with), Sample.resident(without));
		System.out.printf("%-14s %10d %10d%n", "own, MiB", Sample.own(with), Sample.own(without));
		System.out.printf("%nstart with caches / without: %.2f%n", Sample.seconds(with) / Sample.seconds(without));
	}

	/**
	 * The memory of one process in MiB, as Linux counts it.
	 *
	 * @param resident everything that is in memory, shared pages too
	 * @param own what the system cannot get back by dropping pages of files
	 */
	record Memory(long resident, long own) {

		static Memory of(long pid) throws IOException {
			List<String> lines = Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps_rollup"));
			return new Memory(megabytes(lines, "Rss:"), megabytes(lines, "Anonymous:"));
		}

		private static long megabytes(List<String> lines, String name) {
			return lines.stream()
				.filter((line) -> line.startsWith(name))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
				.findFirst()
				.orElseThrow();
		}

	}

	/**
	 * One start.
	 *
	 * @param seconds until all were healthy
	 * @param memory of each process, a while later
	 */
	record Sample(double seconds, Map<String, Memory> memory) {

		static double seconds(List<Sample> samples) {
			return samples.stream()
				.mapToDouble(Sample::seconds)
				.sorted()
				.skip((samples.size() - 1) / 2)
				.findFirst()
				.orElseThrow();
		}

		static long resident(List<Sample> samples) {
			return median(samples.stream()
				.map((sample) -> sample.memory.values().stream().mapToLong(Memory::resident).sum())
				.toList());
		}

		static long resident(List<Sample> samples, String name) {
			return median(samples.stream()
				.map((sample) -> sample.memory.getOrDefault(name, new Memory(0, 0)).resident())
				.toList());
		}

		static long own(List<Sample> samples) {
			return median(samples.stream()
				.map((sample) -> sample.memory.values().stream().mapToLong(Memory::own).sum())
				.toList());
		}

		private static long median(List<Long> values) {
			return values.stream().sorted().skip((values.size() - 1) / 2).findFirst().orElseThrow();
		}

		@Override
		public String toString() {
			return "healthy after %.1f s, %d MiB resident, %d MiB of their own".formatted(this.seconds,
					resident(List.of(this)), own(List.of(this)));
		}

	}

}
