package io.safelight.cli.chaos;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.safelight.audit.Auditor;
import io.safelight.audit.Evidence;
import io.safelight.audit.Report;
import io.safelight.cli.chaos.Tally.Count;
import io.safelight.cli.evidence.Aws;
import io.safelight.cli.evidence.Listeners;
import io.safelight.cli.evidence.Stores;
import io.safelight.cli.process.App;
import io.safelight.cli.process.Installation;

/**
 * One run: start, load and strike, drain, audit.
 */
public final class ChaosRun implements AutoCloseable {

	/** People whose photo or purchase is under way wait so long for it. */
	private static final Duration LAST_VISITS = Duration.ofMinutes(8);

	/** Then everything that is left to timers has so long. */
	private static final Duration MOST_FOR_QUIET = Duration.ofMinutes(15);

	/** What is only seen a moment later has so long to be seen. */
	private static final Duration MOST_FOR_AUDIT = Duration.ofMinutes(2);

	private final Installation installation;

	private final Plan plan;

	private final Consumer<String> line;

	private final Consumer<String> progress;

	private final Tally tally = new Tally();

	private final Meters meters = new Meters();

	private final Promises promises = new Promises();

	private final Fleet fleet;

	private final long begin = System.nanoTime();

	/**
	 * A run.
	 * @param installation where, which nobody else uses
	 * @param plan what
	 * @param line is told what is to stay on the screen
	 * @param progress is told often how it goes
	 */
	public ChaosRun(Installation installation, Plan plan, Consumer<String> line, Consumer<String> progress) {
		this.installation = installation;
		this.plan = plan;
		this.line = line;
		this.progress = progress;
		this.fleet = new Fleet(installation, this.meters, this.tally, line);
	}

	/**
	 * Goes through with it.
	 * @throws IOException if a process cannot be started
	 * @throws InterruptedException if told to stop
	 */
	public ChaosReport run() throws IOException, InterruptedException {
		List<String> names = this.fleet.services().stream().map(App::name).toList();
		Schedule schedule = this.plan.calm() ? new Schedule(List.of())
				: Schedule.of(this.plan.seed(), this.plan.length(), names);
		Random clocks = new Random(this.plan.seed() + 1);
		this.fleet.services()
			.forEach((app) -> this.fleet.setOffset(app, this.plan.calm() ? Duration.ZERO : Schedule.offset(clocks)));
		this.line.accept("Starting " + (names.size() + 1) + " processes, whose clocks differ by "
				+ this.fleet.offsetSeconds() + " s …");
		this.fleet.startAll();
		this.line.accept("All are healthy after " + elapsed().toSeconds() + " s. The schedule of seed "
				+ this.plan.seed() + " has " + schedule.strikes().size() + " strikes:");
		try (Aws aws = Aws.ofLocalCloud(this.installation.cloudUrl());
				HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
				Load load = new Load(this.plan.seed() + 2)) {
			load.work(this::watch);
			load(load, http, aws);
			long end = System.nanoTime() + this.plan.length().toNanos();
			new Nemesis(this.fleet, schedule, this.line).run();
			TimeUnit.NANOSECONDS.sleep(Math.max(0, end - System.nanoTime()));
			return drained(load, aws, visitor(http, "ada"));
		}
	}

	private void load(Load load, HttpClient http, Aws aws) {
		Photographers photographers = new Photographers(List.of(visitor(http, "ana"), visitor(http, "paul")),
				this.promises, this.tally);
		Buyers buyers = new Buyers(List.of(visitor(http, "ben"), visitor(http, "bea")), this.promises, this.tally);
		load.come(this.plan.uploadsPerMinute(), this.plan.length(), photographers::upload);
		load.come(this.plan.purchasesPerMinute(), this.plan.length(), buyers::buy);
		load.work(new Moderator(visitor(http, "mia"), this.tally)::work);
		load.work(new Repeater(aws, Listeners.of(aws.sns()), this.plan.seed() + 3, this.tally)::work);
		load.work(() -> show(load));
	}

	private Visitor visitor(HttpClient http, String name) {
		return new Visitor(http, this.installation.gatewayUrl(), this.installation.identityUrl(), name, this.tally);
	}

	/** Reads meters, and starts again what has ended by itself. */
	private void watch() throws InterruptedException {
		while (true) {
			TimeUnit.SECONDS.sleep(1);
			try {
				this.fleet.supervise();
			}
			catch (IOException ex) {
				this.line.accept("could not start a process again: " + ex.getMessage());
			}
			for (App app : this.fleet.services()) {
				if (this.fleet.isUp(app)) {
					this.meters.read(app);
				}
			}
		}
	}

	private void show(Load load) throws InterruptedException {
		while (true) {
			List<String> down = this.fleet.services()
				.stream()
				.filter((app) -> !this.fleet.isUp(app))
				.map(App::name)
				.toList();
			Duration now = elapsed();
			this.progress.accept("%02d:%02d  %d uploads, %d published  %d purchases, %d downloads  %d under way  "
				.formatted(now.toMinutes(), now.toSecondsPart(), this.tally.get(Count.UPLOADS),
						this.tally.get(Count.PUBLISHED), this.tally.get(Count.PURCHASES),
						this.tally.get(Count.DOWNLOADS), load.present())
					+ "%d killed, %d paused  %d duplicates sent%s".formatted(this.tally.get(Count.KILLS),
							this.tally.get(Count.PAUSES), this.tally.get(Count.REPEATED),
							down.isEmpty() ? "" : "  down: " + String.join(", ", down)));
			TimeUnit.SECONDS.sleep(1);
		}
	}

	private ChaosReport drained(Load load, Aws aws, Visitor ada) throws IOException, InterruptedException {
		long end = System.nanoTime();
		this.line.accept("The load is over. Waiting until all is quiet …");
		this.fleet.awaitHealthy(this.fleet.services());
		long visits = end + LAST_VISITS.toNanos();
		while (load.present() > 0 && System.nanoTime() < visits) {
			TimeUnit.MILLISECONDS.sleep(500);
		}
		Quiet quiet = new Quiet(aws);
		long deadline = System.nanoTime() + MOST_FOR_QUIET.toNanos();
		Operator operator = new Operator(ada, this.tally);
		List<String> underWay = new ArrayList<>(quiet.underWay());
		while (!underWay.isEmpty() && System.nanoTime() < deadline) {
			operator.redrive();
			this.progress.accept("  " + String.join(", ", underWay));
			TimeUnit.SECONDS.sleep(2);
			underWay = quiet.underWay();
		}
		if (load.present() > 0) {
			underWay.add(load.present() + " people who still wait");
		}
		return judged(aws, underWay, Duration.ofNanos(System.nanoTime() - end));
	}

	/** What was not seen yet by a slower reader is looked for again. */
	private ChaosReport judged(Aws aws, List<String> underWay, Duration drain)
			throws IOException, InterruptedException {
		Stores stores = new Stores(aws, "", this.installation.gatewayUrl(), Clock.systemUTC());
		long deadline = System.nanoTime() + MOST_FOR_AUDIT.toNanos();
		while (true) {
			Evidence evidence = stores.collect();
			Report report = new Auditor().judgeAtRest(evidence);
			List<String> lost = this.promises.lost(evidence);
			if ((report.findings().isEmpty() && lost.isEmpty()) || System.nanoTime() > deadline) {
				return report(report, lost, Lags.in(aws.dynamoDb(), Quiet.SENDERS), underWay, drain);
			}
			TimeUnit.SECONDS.sleep(5);
		}
	}

	private ChaosReport report(Report report, List<String> broken, Lags lags, List<String> underWay, Duration drain) {
		List<String> lost = new ArrayList<>(broken);
		List<String> doubled = new ArrayList<>(this.promises.doubled());
		List<String> leftOver = new ArrayList<>();
		report.findings().forEach((finding) -> (switch (finding.kind()) {
			case LOST -> lost;
			case DOUBLED -> doubled;
			case LEFT_OVER -> leftOver;
		}).add(finding.toString()));
		return new ChaosReport(this.plan.seed(), this.plan.length().toMinutes(), this.tally.all(),
				this.meters.handled(), lags, this.fleet.offsetSeconds(), drain.toSeconds(), underWay, report.checked(),
				lost, doubled, leftOver, report.remarks(), this.promises.gaveUp());
	}

	private Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.begin);
	}

	/** Stops everything. */
	@Override
	public void close() {
		this.fleet.close();
	}

	/**
	 * What is to be done.
	 *
	 * @param length how long there is load
	 * @param seed from which everything follows that is left to chance
	 * @param uploadsPerMinute how many photographs come
	 * @param purchasesPerMinute how many buyers come
	 * @param calm whether nothing is done to the processes
	 */
	public record Plan(Duration length, long seed, int uploadsPerMinute, int purchasesPerMinute, boolean calm) {
	}

}
