package io.safelight.benchmarks.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.safelight.benchmarks.cost.Measured.Portion;
import io.safelight.pictures.DrawnPhotograph;
import io.safelight.pictures.JpegFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./safelight bench cost [photos] [purchases]} starts a marketplace of its own,
 * publishes and buys, counts every call to AWS at the endpoint, and multiplies. With
 * {@code again} in the place of the numbers it multiplies what was counted last.
 */
public final class CostBenchmark {

	private static final Duration IDLE = Duration.ofSeconds(90);

	/** Twelve megapixels. */
	private static final int WIDTH = 4000;

	private static final int HEIGHT = 3000;

	static final int THUMBNAILS = 8;

	private static final int VIEWS = 40;

	private static final String AGAIN = "again";

	private final Marketplace marketplace;

	private final int photos;

	private final int purchases;

	private CostBenchmark(Marketplace marketplace, int photos, int purchases) {
		this.marketplace = marketplace;
		this.photos = photos;
		this.purchases = purchases;
	}

	public static void main(String... args) throws Exception {
		Path file = Path.of(Objects.requireNonNullElse(System.getProperty("safelight.home"), "."))
			.resolve(".safelight/cost.json");
		if (args.length == 0 || !args[0].equals(AGAIN)) {
			int photos = (args.length > 0) ? Integer.parseInt(args[0]) : 12;
			int purchases = (args.length > 1) ? Integer.parseInt(args[1]) : 6;
			try (Marketplace marketplace = Marketplace.start()) {
				Measured measured = new CostBenchmark(marketplace, photos, purchases).measure();
				Files.writeString(file,
						JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(measured));
			}
		}
		new CostReport(Prices.load(), JsonMapper.shared().readValue(file, Measured.class)).print(System.out);
	}

	private Measured measure() throws IOException, InterruptedException {
		System.out.println("A marketplace runs; first it is left alone for " + IDLE.toSeconds() + " s");
		TimeUnit.SECONDS.sleep(20);
		Span idle = span(Idle.NOTHING, () -> TimeUnit.SECONDS.sleep(IDLE.toSeconds()));
		Map<String, Amounts> idlePerHour = new TreeMap<>();
		idle.ledger()
			.usageByCaller()
			.forEach((caller, usage) -> idlePerHour.put(caller, usage.times(3600 / idle.ledger().seconds())));
		Idle rate = Idle.of(idle);

		Amounts before = Stored.in(this.marketplace.cloud());
		List<String> published = new ArrayList<>();
		Span photo = span(rate, () -> publish(published));
		Amounts photosStored = Stored.in(this.marketplace.cloud()).minus(before);
		System.out.println(published.size() + " photos published");
		Visitor ben = Visitor.signedIn(this.marketplace, "ben");
		Span first = span(rate, () -> {
			ben.buy(published.getFirst());
			TimeUnit.SECONDS.sleep(Marketplace.SETTLED.toSeconds());
		});
		before = Stored.in(this.marketplace.cloud());
		Span purchase = span(rate, () -> buy(ben, published));
		Amounts copiesStored = Stored.in(this.marketplace.cloud()).minus(before);
		System.out.println(this.purchases + " photos bought");
		long[] bytes = new long[1];
		Span view = span(rate, () -> bytes[0] = look(ben));

		Portion onePurchase = purchase.portion(this.purchases, copiesStored, 0);
		return new Measured(Clock.systemUTC().instant(), idlePerHour, photo.portion(this.photos, photosStored, 0),
				onePurchase, view.portion(VIEWS, Amounts.NONE, bytes[0]),
				first.portion(1, Amounts.NONE, 0)
					.usage()
					.only((unit) -> unit.equals("kms.request"))
					.minus(onePurchase.usage()),
				rate.processor() * 3600);
	}

	private void publish(List<String> published) throws IOException, InterruptedException {
		Visitor ana = Visitor.signedIn(this.marketplace, "ana");
		JpegFile picture = JpegFile.of(DrawnPhotograph.of(WIDTH, HEIGHT, 1));
		for (int number = 1; number <= this.photos; number++) {
			byte[] unique = picture.withComments(UUID.randomUUID().toString()).bytes();
			published.add(ana.publish(unique, "A sample of cost " + number));
		}
		TimeUnit.SECONDS.sleep(Marketplace.SETTLED.toSeconds());
	}

	private void buy(Visitor ben, List<String> published) throws IOException, InterruptedException {
		for (int number = 1; number <= this.purchases; number++) {
			ben.buy(published.get(number % published.size()));
		}
		TimeUnit.SECONDS.sleep(Marketplace.SETTLED.toSeconds());
	}

	private static long look(Visitor visitor) throws IOException, InterruptedException {
		long bytes = 0;
		for (int view = 0; view < VIEWS; view++) {
			bytes += visitor.look(THUMBNAILS);
		}
		return bytes;
	}

	/** What is done while the cloud counts, less what would have been asked anyway. */
	private Span span(Idle idle, Work work) throws IOException, InterruptedException {
		Duration processor = this.marketplace.processorTime();
		Ledger.begin(this.marketplace.cloud());
		work.go();
		Ledger ledger = Ledger.read(this.marketplace.cloud());
		double seconds = this.marketplace.processorTime().minus(processor).toMillis() / 1000.0;
		return new Span(ledger, ledger.calls().minus(idle.calls().times(ledger.seconds())),
				ledger.usage().minus(idle.usage().times(ledger.seconds())),
				Math.max(0, seconds - idle.processor() * ledger.seconds()));
	}

	/** Something that is done. */
	@FunctionalInterface
	private interface Work {

		void go() throws IOException, InterruptedException;

	}

	/**
	 * What is asked in a second while nobody does anything.
	 *
	 * @param calls by service and operation
	 * @param usage billed units
	 * @param processor seconds
	 */
	private record Idle(Amounts calls, Amounts usage, double processor) {

		static final Idle NOTHING = new Idle(Amounts.NONE, Amounts.NONE, 0);

		static Idle of(Span span) {
			double second = 1 / span.ledger().seconds();
			return new Idle(span.calls().times(second), span.usage().times(second), span.processor() * second);
		}

	}

	/**
	 * What was counted.
	 *
	 * @param ledger all of it
	 * @param calls without what idling asks
	 * @param usage likewise
	 * @param processor seconds, likewise
	 */
	private record Span(Ledger ledger, Amounts calls, Amounts usage, double processor) {

		Portion portion(int number, Amounts stored, long bytesOut) {
			Amounts out = (bytesOut > 0) ? Amounts.of("transfer.out", bytesOut) : Amounts.NONE;
			return new Portion(number, this.calls.times(1.0 / number), this.usage.plus(out).times(1.0 / number),
					stored.times(1.0 / number), this.processor / number);
		}

	}

}
