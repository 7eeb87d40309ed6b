package io.safelight.benchmarks.cost;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.safelight.benchmarks.cost.Measured.Portion;

/**
 * Prints what was counted and what it costs, in tables that a document can take.
 */
final class CostReport {

	private static final List<Scale> CURVE = List.of(new Scale(1e3, 20), new Scale(1e4, 200), new Scale(1e5, 2e3),
			new Scale(1e6, 2e4), new Scale(1e7, 2e5), new Scale(1e8, 1e6));

	private static final List<Scale> BUYERS = List.of(new Scale(1e5, 20), new Scale(1e5, 1e3), new Scale(1e5, 1e4),
			new Scale(1e5, 1e5), new Scale(1e5, 1e6));

	private final Prices prices;

	private final Measured measured;

	CostReport(Prices prices, Measured measured) {
		this.prices = prices;
		this.measured = measured;
	}

	void print(PrintStream out) {
		out.printf(Locale.ROOT, "%nPrices of %s, written down on %s. %s%n", this.prices.region(), this.prices.written(),
				this.prices.note());
		portion(out, "a photo", this.measured.photo());
		portion(out, "a purchase", this.measured.purchase());
		portion(out, "a view (a search, eight thumbnails, a photo with its preview)", this.measured.view());
		out.printf("%nA buyer's first purchase besides: %s%n", units(this.measured.buyer()));
		idle(out);
		month(out);
		curve(out, "The curve", CURVE);
		curve(out, "100,000 photos, and how many buyers", BUYERS);
	}

	private void portion(PrintStream out, String what, Portion portion) {
		double cost = this.prices.cost(portion.usage());
		out.printf(Locale.ROOT, "%n### %s: %.6f USD (%d measured, %.2f s of processor)%n%n", what, cost,
				portion.number(), portion.processorSeconds());
		out.println("| unit | amount | USD for 1,000 |");
		out.println("| --- | --- | --- |");
		portion.usage()
			.byUnit()
			.forEach((unit, amount) -> out.printf(Locale.ROOT, "| `%s` | %,.2f | %s |%n", unit, amount,
					unit.startsWith(Amounts.COUNT) ? "" : "%.4f".formatted(this.prices.cost(unit, amount) * 1000)));
		out.printf("%nCalls: %s%n", units(portion.calls()));
		if (!portion.stored().byUnit().isEmpty()) {
			out.printf("Bytes that stay: %s%n", units(portion.stored()));
		}
	}

	private void idle(PrintStream out) {
		out.printf(Locale.ROOT, "%n### Asked while idle, by one instance (%.0f s of processor an hour in all)%n%n",
				this.measured.idleProcessorSecondsPerHour());
		out.println("| process | billed units an hour | USD a month |");
		out.println("| --- | --- | --- |");
		this.measured.idlePerHour()
			.forEach((caller, usage) -> out.printf(Locale.ROOT, "| %s | %s | %.2f |%n", caller,
					units(usage.only((unit) -> !unit.startsWith(Amounts.COUNT))),
					this.prices.cost(usage.times(Deployment.HOURS))));
	}

	private void month(PrintStream out) {
		ReferenceMonth month = new ReferenceMonth(this.prices, this.measured, Deployment.of(0, 0));
		out.printf("%n### The month of the reference%n%n| | reference | ours |%n| --- | --- | --- |%n");
		List<ReferenceMonth.Line> lines = month.lines();
		lines.forEach((line) -> out.printf(Locale.ROOT, "| %s | %.2f | %.2f |%n", line.what(), line.reference(),
				line.ours()));
		double ours = ReferenceMonth.sum(lines);
		out.printf(Locale.ROOT, "| **sum** | **%.2f** | **%.2f** |%n", ReferenceMonth.TOTAL, ours);
		out.printf(Locale.ROOT,
				"%nOurs is %.0f %% of the reference. Its functions' running time is what its sum leaves: %.2f.%n",
				100 * ours / ReferenceMonth.TOTAL, month.runningTime());
		out.printf(Locale.ROOT,
				"5 M messages are what %,.0f photos say; all their calls cost %,.2f, their analysis %,.2f.%n",
				photosOfMessages(), this.prices.cost(flow().only((unit) -> !unit.startsWith("rekognition."))),
				this.prices.cost(flow().only((unit) -> unit.startsWith("rekognition."))));
	}

	private double photosOfMessages() {
		return ReferenceMonth.EACH / this.measured.photo().usage().of("count.messages");
	}

	private Amounts flow() {
		return this.measured.photo().usage().times(photosOfMessages());
	}

	private void curve(PrintStream out, String title, List<Scale> scales) {
		out.printf("%n### %s%n%n", title);
		boolean first = true;
		for (Scale scale : scales) {
			Map<String, Double> bill = scale.bill(this.prices, this.measured, Choices.asMeasured());
			if (first) {
				out.println("| photos | buyers | " + String.join(" | ", bill.keySet()) + " | **USD** | proposed |");
				out.println("| --- ".repeat(bill.size() + 4) + "|");
				first = false;
			}
			out.printf(Locale.ROOT, "| %,.0f | %,.0f |", scale.photos(), scale.buyers());
			bill.values().forEach((usd) -> out.printf(Locale.ROOT, " %,.0f |", usd));
			out.printf(Locale.ROOT, " **%,.0f** | %,.0f |%n", sum(bill),
					sum(scale.bill(this.prices, this.measured, Choices.proposed())));
		}
	}

	private static double sum(Map<String, Double> bill) {
		return bill.values().stream().mapToDouble(Double::doubleValue).sum();
	}

	private static String units(Amounts amounts) {
		StringBuilder units = new StringBuilder();
		amounts.byUnit().forEach((unit, amount) -> {
			if (amount > 0) {
				units.append(units.isEmpty() ? "" : ", ").append(String.format(Locale.ROOT, "%s %,.2f", unit, amount));
			}
		});
		return units.toString();
	}

}
