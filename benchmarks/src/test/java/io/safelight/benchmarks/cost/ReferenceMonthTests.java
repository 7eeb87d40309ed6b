package io.safelight.benchmarks.cost;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.safelight.benchmarks.cost.Measured.Portion;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ReferenceMonthTests {

	/** Two messages in one request; ten items in 40 write units; three queue calls. */
	private static final Amounts PHOTO = new Amounts(Map.of("dynamodb.write", 40.0, "count.items", 10.0, "sqs.standard",
			3.0, "sns.standard", 1.0, "count.messages", 2.0));

	private static final Amounts STORED = new Amounts(Map.of("s3.GLACIER.month", 5e6, "s3.GLACIER_IR.month", 4e6,
			"s3.STANDARD.month", 1e6, "dynamodb.month", 3e3));

	private static final Measured MEASURED = new Measured(Instant.EPOCH,
			Map.of("upload", Amounts.of("dynamodb.read", 1000), "search", Amounts.of("sqs.fifo", 500)),
			portion(PHOTO, STORED), portion(Amounts.NONE, Amounts.NONE),
			portion(new Amounts(Map.of("s3.STANDARD.get", 22.0, "transfer.out", 1e6)), Amounts.NONE), Amounts.NONE, 0);

	private final ReferenceMonth month = new ReferenceMonth(Prices.load(), MEASURED, Deployment.of(0, 0));

	private static Portion portion(Amounts usage, Amounts stored) {
		return new Portion(1, Amounts.NONE, usage, stored, 0);
	}

	private double ours(String what) {
		return this.month.lines().stream().filter((line) -> line.what().equals(what)).findFirst().orElseThrow().ours();
	}

	@Test
	void leavesNothingOfTheReferenceOut() {
		List<ReferenceMonth.Line> lines = this.month.lines();
		assertThat(lines.stream().mapToDouble(ReferenceMonth.Line::reference).sum()).isEqualTo(721.73, within(1e-6));
	}

	/**
	 * 721.73 less 428, 20, 2, 1 TB (23.552), API (10.50), calls (1), 2.5 M writes and
	 * reads (1.875), queues (2) and topics (2.50).
	 */
	@Test
	void saysWhatTheReferenceLeavesForTheTimeThatFunctionsRun() {
		assertThat(this.month.runningTime()).isEqualTo(230.303, within(1e-6));
	}

	/** Half in the archive, four tenths seldom read, a tenth at hand. */
	@Test
	void dividesTheStoredBytesAmongTheirClasses() {
		assertThat(ours("1 TB stored")).isEqualTo(512 * 0.0036 + 409.6 * 0.004 + 102.4 * 0.023, within(1e-6));
	}

	/** 5 M items are 20 M write units. */
	@Test
	void writesAsManyItems() {
		assertThat(ours("5 M table operations")).isEqualTo(20 * 0.625, within(1e-6));
	}

	/** 5 M messages are 2.5 M requests. */
	@Test
	void saysAsManyMessages() {
		assertThat(ours("5 M notifications")).isEqualTo(2.5 * 0.50, within(1e-6));
	}

	/** Two instances, 730 hours: 1.46 M read units and 0.73 M receives. */
	@Test
	void asksWhileIdleWithEveryInstance() {
		assertThat(ours("asked while idle")).isEqualTo(1.46 * 0.125 + 0.73 * 0.50, within(1e-6));
	}

	/** A balancer with two addresses; eleven calls are a view, and here 22 reads. */
	@Test
	void answersCallsByABalancer() {
		assertThat(ours("3 M API calls")).isEqualTo(730 * (0.0225 + 0.008 + 0.010) + 6_000 * 0.0004, within(1e-6));
	}

	/** Three nodes, their disks and addresses, and the cluster. */
	@Test
	void paysForMachinesInsteadOfFunctions() {
		assertThat(ours("5 M function calls")).isEqualTo(730 * (3 * 0.0752 + 0.10 + 3 * 0.005) + 60 * 0.08,
				within(1e-6));
	}

	@Test
	void paysForTwoMoreKeys() {
		assertThat(ours("keys")).isEqualTo(22);
	}

}
