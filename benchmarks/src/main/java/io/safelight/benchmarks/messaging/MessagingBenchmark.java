package io.safelight.benchmarks.messaging;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Events per second from a committed transaction to a committed transaction, on a local
 * cloud of its own: ours beside the bare SDK and beside what one writes with Spring Cloud
 * AWS, in interleaved rounds of the same run.
 */
public final class MessagingBenchmark {

	private static final int ROUNDS = 5;

	private static final int ROUND_SECONDS = 6;

	private static final int CALM_PER_SECOND = 50;

	private static final int CALM_SECONDS = 8;

	private static final int DUPLICATES = 300;

	private final PrintStream out;

	private final Map<Candidate, Figures> figures = new LinkedHashMap<>();

	private final int rounds;

	private List<Double> lags = List.of();

	private MessagingBenchmark(PrintStream out, List<Candidate> candidates, int rounds) {
		this.out = out;
		this.rounds = rounds;
		candidates.forEach((candidate) -> this.figures.put(candidate, new Figures()));
	}

	/**
	 * Runs it.
	 * @param args how many rounds, five if nothing is said
	 * @throws Exception if the local cloud does not start
	 */
	public static void main(String... args) throws Exception {
		quieten();
		try (CloudProcess cloud = CloudProcess.start()) {
			System.setProperty("aws.endpointUrl", cloud.endpoint().toString());
			System.setProperty("AWS_ENDPOINT_URL", cloud.endpoint().toString());
			System.setProperty("aws.accessKeyId", "test");
			System.setProperty("aws.secretAccessKey", "test");
			System.setProperty("aws.region", "us-east-1");
			try (Candidate loop = new SdkLoop(); Ours ours = new Ours(); Candidate plain = new PlainSpring()) {
				MessagingBenchmark benchmark = new MessagingBenchmark(System.out, List.of(loop, ours, plain),
						(args.length > 0) ? Integer.parseInt(args[0]) : ROUNDS);
				benchmark.measure();
				benchmark.print();
				benchmark.compare(ours, loop, plain);
				benchmark.printOurs(ours);
			}
		}
		System.exit(0);
	}

	private static void quieten() {
		System.setProperty("logging.level.root", "error");
		System.setProperty("spring.main.banner-mode", "off");
	}

	private void measure() throws InterruptedException {
		this.out.printf(Locale.ROOT, "%d cores, JDK %s, %d rounds of %d s each, interleaved%n",
				Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"), this.rounds,
				ROUND_SECONDS);
		for (int round = 0; round <= this.rounds; round++) {
			for (Candidate candidate : this.figures.keySet()) {
				busy(candidate, round > 0);
			}
		}
		for (Candidate candidate : this.figures.keySet()) {
			Journey journey = begin(candidate);
			if (candidate instanceof Ours ours) {
				ours.takeLags();
			}
			journey.steadily(candidate, CALM_PER_SECOND, CALM_SECONDS);
			of(candidate).calm(journey, candidate.takeCalls());
			if (candidate instanceof Ours ours) {
				this.lags = ours.takeLags();
			}
		}
	}

	private void busy(Candidate candidate, boolean warm) throws InterruptedException {
		Journey journey = begin(candidate);
		journey.saturate(candidate, ROUND_SECONDS);
		if (warm) {
			of(candidate).busy(journey, candidate.takeCalls());
		}
		this.out.printf(Locale.ROOT, "%-28s %6.0f events/s%s%n", candidate.name(), journey.eventsPerSecond(),
				warm ? "" : " (warming up)");
	}

	private static Journey begin(Candidate candidate) {
		Journey journey = new Journey();
		candidate.begin(journey);
		candidate.takeCalls();
		return journey;
	}

	private Figures of(Candidate candidate) {
		return this.figures.getOrDefault(candidate, new Figures());
	}

	private void print() {
		this.out.printf("%n%-28s %17s  %19s  %19s  %17s%n", "commit to commit", "events/s", "age ms, saturated",
				"age ms, " + CALM_PER_SECOND + "/s", "AWS calls/event");
		this.out.printf("%-28s %6s %10s  %9s %9s  %9s %9s  %9s %7s%n", "", "median", "range", "p50", "p99", "p50",
				"p99", "saturated", CALM_PER_SECOND + "/s");
		this.figures.forEach((candidate, figure) -> this.out.printf(Locale.ROOT,
				"%-28s %6.0f %10s  %9.1f %9.1f  %9.1f %9.1f  %9.2f %7.2f%s%n", candidate.name(), figure.rate(),
				String.format(Locale.ROOT, "%.0f-%.0f", figure.slowest(), figure.fastest()), figure.busyAge(0.5),
				figure.busyAge(0.99), figure.calmAge(0.5), figure.calmAge(0.99), figure.busyCallsPerEvent(),
				figure.calmCallsPerEvent(), (figure.missing() > 0) ? "  missing: " + figure.missing() : ""));
		this.out.printf("%nAWS calls per event, saturated%n");
		this.figures.forEach((candidate, figure) -> {
			StringBuilder line = new StringBuilder();
			figure.callsPerEvent().forEach((operation, calls) -> {
				if (calls >= 0.005) {
					line.append(String.format(Locale.ROOT, "  %s %.2f", operation, calls));
				}
			});
			this.out.printf("%-28s%s%n", candidate.name(), line);
		});
	}

	private void compare(Candidate ours, Candidate loop, Candidate plain) {
		this.out.printf(Locale.ROOT, "%n%s / %s: %.2f (aim: at least 0.7)%n", ours.name(), loop.name(),
				of(ours).rate() / of(loop).rate());
		this.out.printf(Locale.ROOT, "%s / %s: %.2f (aim: at least 2)%n", ours.name(), plain.name(),
				of(ours).rate() / of(plain).rate());
		this.out.printf(Locale.ROOT, "AWS calls per event: %.2f (aim: at most 1.4)%n", of(ours).busyCallsPerEvent());
	}

	private void printOurs(Ours ours) throws Exception {
		List<Double> duplicates = ours.duplicates(DUPLICATES);
		this.out.printf(Locale.ROOT, "From the decision to the topic's answer at %d/s: p50 %.0f ms, p99 %.0f ms%n",
				CALM_PER_SECOND, Figures.percentile(this.lags, 0.5), Figures.percentile(this.lags, 0.99));
		this.out.printf(Locale.ROOT, "A message that was handled before costs one read: p50 %.1f ms, p99 %.1f ms%n",
				Figures.percentile(duplicates, 0.5), Figures.percentile(duplicates, 0.99));
	}

}
