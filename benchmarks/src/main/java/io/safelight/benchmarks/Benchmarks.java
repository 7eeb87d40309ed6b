package io.safelight.benchmarks;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import io.safelight.benchmarks.cost.CostBenchmark;
import io.safelight.benchmarks.imaging.ImagingBenchmark;
import io.safelight.benchmarks.messaging.MessagingBenchmark;
import io.safelight.benchmarks.start.StartBenchmark;

/**
 * The benchmarks by name: {@code ./safelight bench <name> [arguments]}. Each is a class
 * with a {@code main} of its own; adding one is adding a line here.
 */
public final class Benchmarks {

	private static final Map<String, Benchmark> ALL = new TreeMap<>(Map.of("cost", CostBenchmark::main, "imaging",
			ImagingBenchmark::main, "messaging", MessagingBenchmark::main, "start", StartBenchmark::main));

	private Benchmarks() {
	}

	public static void main(String... args) throws Exception {
		Benchmark benchmark = (args.length > 0) ? ALL.get(args[0]) : null;
		if (benchmark == null) {
			System.err.println("Say which: " + String.join(", ", ALL.keySet()));
			System.exit(2);
			return;
		}
		benchmark.run(Arrays.copyOfRange(args, 1, args.length));
	}

	/** A benchmark's main method. */
	@FunctionalInterface
	private interface Benchmark {

		void run(String... args) throws Exception;

	}

}
