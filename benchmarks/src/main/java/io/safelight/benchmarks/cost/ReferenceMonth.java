package io.safelight.benchmarks.cost;

import java.util.ArrayList;
import java.util.List;

/**
 * The month that this architecture is usually priced by, and ours with the same volumes.
 * Of the reference only the sum, the distribution, the keys and the search node have a
 * price; the rest is priced here by the same table, and what is left over is said.
 */
final class ReferenceMonth {

	static final double TOTAL = 721.73;

	static final double SEARCH_NODE = 428;

	static final double KEYS = 20;

	static final double DISTRIBUTION = 2;

	static final double STORED_GIGABYTES = 1024;

	static final double API_CALLS = 3e6;

	static final double EACH = 5e6;

	/** A search, its thumbnails, a photo and its preview. */
	private static final int CALLS_OF_A_VIEW = CostBenchmark.THUMBNAILS + 3;

	/** Keys that are not buyers': of messages and of photos. */
	private static final int OWN_KEYS = 2;

	private final Prices prices;

	private final Measured measured;

	private final Deployment deployment;

	ReferenceMonth(Prices prices, Measured measured, Deployment deployment) {
		this.prices = prices;
		this.measured = measured;
		this.deployment = deployment;
	}

	List<Line> lines() {
		List<Line> lines = new ArrayList<>();
		lines.add(new Line("1 TB stored", this.prices.cost("s3.STANDARD.month", STORED_GIGABYTES), stored()));
		lines.add(new Line("3 M API calls", this.prices.cost("apigateway.rest", API_CALLS), entrance()));
		lines.add(new Line("5 M function calls", this.prices.cost("lambda.request", EACH) + runningTime(), machines()));
		lines.add(new Line("10 TB distributed", DISTRIBUTION, DISTRIBUTION));
		lines.add(new Line("5 M table operations", tableOfOthers(), tableOfOurs()));
		lines.add(new Line("5 M queue calls", this.prices.cost("sqs.standard", EACH), queues()));
		lines.add(new Line("5 M notifications", this.prices.cost("sns.standard", EACH), topics()));
		lines.add(new Line("keys", KEYS, KEYS + this.prices.cost("kms.key.month", OWN_KEYS)));
		lines.add(new Line("search node", SEARCH_NODE, 0));
		lines.add(new Line("asked while idle", 0, idle()));
		lines.add(new Line("one secret, 40 alarms", 0,
				this.prices.cost("secret.month", 1) + this.prices.cost("alarm.month", 40)));
		return lines;
	}

	static double sum(List<Line> lines) {
		return lines.stream().mapToDouble(Line::ours).sum();
	}

	/**
	 * What the reference's sum leaves for the time that its functions run, as everything
	 * else has a price.
	 */
	double runningTime() {
		return TOTAL - DISTRIBUTION - KEYS - SEARCH_NODE - this.prices.cost("s3.STANDARD.month", STORED_GIGABYTES)
				- this.prices.cost("apigateway.rest", API_CALLS) - this.prices.cost("lambda.request", EACH)
				- tableOfOthers() - this.prices.cost("sqs.standard", EACH) - this.prices.cost("sns.standard", EACH);
	}

	/** The same bytes, divided among storage classes as ours are. */
	double stored() {
		Amounts classes = this.measured.photo().stored().only((unit) -> unit.startsWith("s3."));
		double bytes = classes.sumOf("s3.");
		return this.prices.cost(classes.times(STORED_GIGABYTES / bytes));
	}

	/**
	 * The load balancer, and what the calls of people who look around ask; the bytes of
	 * pictures are distributed, which is another line.
	 */
	private double entrance() {
		Amounts view = this.measured.view().usage().only((unit) -> !unit.equals("transfer.out"));
		return this.prices.cost(Deployment.entrance().plus(view.times(API_CALLS / CALLS_OF_A_VIEW)));
	}

	private double machines() {
		return this.prices.cost(this.deployment.machines());
	}

	/** One unit each, half of them writes. */
	private double tableOfOthers() {
		return this.prices.cost("dynamodb.write", EACH / 2) + this.prices.cost("dynamodb.read", EACH / 2);
	}

	/** As many items, each in our mix of sizes, indexes and transactions. */
	private double tableOfOurs() {
		Amounts usage = this.measured.photo().usage();
		double items = usage.of("count.items");
		return this.prices.cost(usage.only((unit) -> unit.startsWith("dynamodb.")).times(EACH / items));
	}

	private double queues() {
		return sameCalls("sqs.");
	}

	/** As many messages, and not requests: what we say in batches is cheaper. */
	private double topics() {
		Amounts usage = this.measured.photo().usage();
		return this.prices.cost(usage.only((unit) -> unit.startsWith("sns.")).times(EACH / usage.of("count.messages")));
	}

	private double sameCalls(String prefix) {
		Amounts usage = this.measured.photo().usage().only((unit) -> unit.startsWith(prefix));
		return this.prices.cost(usage.times(EACH / usage.sumOf(prefix)));
	}

	private double idle() {
		return this.prices.cost(this.deployment.idle(this.measured));
	}

	/**
	 * A line of both bills.
	 *
	 * @param what what is paid for
	 * @param reference US dollars a month of the reference
	 * @param ours US dollars a month of ours
	 */
	record Line(String what, double reference, double ours) {
	}

}
