package io.safelight.benchmarks.cost;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A month of a marketplace of some size.
 *
 * @param photos in the catalogue
 * @param buyers who have bought something
 */
record Scale(double photos, double buyers) {

	/** New photos in a month, as a share of the catalogue. */
	static final double NEW = 0.02;

	static final double PURCHASES_OF_A_BUYER = 1;

	static final double VIEWS_OF_A_BUYER = 100;

	static final double VIEWS_OF_A_PHOTO = 10;

	/** Months that a copy was sold for, on the average. */
	static final double MONTHS_OF_COPIES = 12;

	/** Rows of messages stay for 45 days. */
	private static final double MONTHS_OF_MESSAGES = 1.5;

	private static final double GIGABYTE = 1L << 30;

	/** What Lucene keeps for a photo: words, colours, a fingerprint of 512 bytes. */
	static final double INDEX_BYTES = 4096;

	/** Search compares its index with its table four times a day on each instance. */
	private static final double COMPARISONS = 4 * 30.4;

	private static final double READ_UNIT = 4096;

	private static final double ITEM = 3000;

	double newPhotos() {
		return this.photos * NEW;
	}

	double purchases() {
		return this.buyers * PURCHASES_OF_A_BUYER;
	}

	double views() {
		return this.buyers * VIEWS_OF_A_BUYER + this.photos * VIEWS_OF_A_PHOTO;
	}

	/** US dollars a month, by what they are paid for. */
	Map<String, Double> bill(Prices prices, Measured measured, Choices choices) {
		Amounts flow = measured.photo()
			.usage()
			.times(newPhotos())
			.plus(measured.purchase().usage().times(purchases()))
			.plus(measured.view().usage().times(views()))
			.plus(measured.buyer().times(this.buyers / MONTHS_OF_COPIES));
		Deployment deployment = deployment(measured);
		Map<String, Double> bill = new LinkedHashMap<>();
		bill.put("stored", prices.cost(choices.storage(stored(measured))));
		bill.put("machines", prices.cost(deployment.machines().plus(Deployment.entrance())));
		bill.put("keys", prices.cost(choices.keys(this.buyers)));
		bill.put("analysis", prices.cost(choices.analysis(flow.only((unit) -> unit.startsWith("rekognition.")))));
		bill.put("calls",
				prices
					.cost(choices.requests(
							flow.only((unit) -> !unit.startsWith("rekognition.") && !unit.equals("transfer.out"))))
						+ prices.cost(deployment.idle(measured)));
		bill.put("comparisons", prices.cost("dynamodb.read",
				choices.comparisons() * COMPARISONS * deployment.instances() * this.photos * ITEM / READ_UNIT / 2));
		bill.put("transfer", prices.cost(flow.only("transfer.out"::equals)));
		return bill;
	}

	private Deployment deployment(Measured measured) {
		double seconds = measured.photo().processorSeconds() * newPhotos()
				+ measured.purchase().processorSeconds() * purchases() + measured.view().processorSeconds() * views()
				+ measured.idleProcessorSecondsPerHour() * Deployment.HOURS * 2;
		return Deployment.of(seconds, this.photos * INDEX_BYTES / GIGABYTE);
	}

	private Amounts stored(Measured measured) {
		Amounts photo = measured.photo().stored();
		Amounts purchase = measured.purchase().stored();
		Amounts lasting = photo.only((unit) -> !unit.equals("dynamodb.passing"))
			.times(this.photos)
			.plus(purchase.only((unit) -> !unit.equals("dynamodb.passing")).times(purchases() * MONTHS_OF_COPIES));
		double passing = (photo.of("dynamodb.passing") * newPhotos() + purchase.of("dynamodb.passing") * purchases())
				* MONTHS_OF_MESSAGES;
		return lasting.plus(Amounts.of("dynamodb.month", passing)).times(1 / GIGABYTE);
	}

}
