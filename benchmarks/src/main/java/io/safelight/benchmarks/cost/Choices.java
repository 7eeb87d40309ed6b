package io.safelight.benchmarks.cost;

/**
 * What could be chosen otherwise.
 *
 * @param branchKeys whether buyers' keys are branches of one key of KMS
 * @param seldomRead whether what is for sale lies in a class for what is seldom read
 * @param properties whether Rekognition is asked for properties of the image, which
 * imaging measures itself
 * @param comparisons how often search compares, as a share of how often it does now
 */
record Choices(boolean branchKeys, boolean seldomRead, boolean properties, double comparisons) {

	/** Keys that are not buyers'. */
	private static final int OWN_KEYS = 2;

	/** A branch key is two items, of which each is read once an hour at most. */
	private static final double BRANCH_KEY_GIGABYTES = 2048.0 / (1L << 30);

	static final String STANDARD = "s3.STANDARD";

	static final String SELDOM = "s3.GLACIER_IR";

	/** As it is. */
	static Choices asMeasured() {
		return new Choices(false, true, true, 1);
	}

	/** With everything that docs/cost.md proposes. */
	static Choices proposed() {
		return new Choices(true, true, false, 1.0 / 28);
	}

	Amounts keys(double buyers) {
		if (!this.branchKeys) {
			return Amounts.of("kms.key.month", OWN_KEYS + buyers);
		}
		return Amounts.of("kms.key.month", OWN_KEYS + 1)
			.plus(Amounts.of("dynamodb.month", buyers * BRANCH_KEY_GIGABYTES));
	}

	Amounts storage(Amounts stored) {
		return this.seldomRead ? stored : stored.renamed(SELDOM + ".month", STANDARD + ".month");
	}

	Amounts requests(Amounts flow) {
		if (this.seldomRead) {
			return flow;
		}
		return flow.renamed(SELDOM + ".put", STANDARD + ".put")
			.renamed(SELDOM + ".get", STANDARD + ".get")
			.only((unit) -> !unit.equals(SELDOM + ".read.bytes"));
	}

	Amounts analysis(Amounts asked) {
		return this.properties ? asked : asked.only((unit) -> !unit.equals("rekognition.properties"));
	}

}
