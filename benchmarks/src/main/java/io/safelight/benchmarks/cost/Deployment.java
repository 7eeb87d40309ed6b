package io.safelight.benchmarks.cost;

/**
 * The machines: two instances of each service on the nodes of one cluster, as k8s/
 * describes it, behind one load balancer.
 *
 * @param nodes how many of two cores and 8 GiB
 * @param instances of each process
 * @param indexGigabytes the disk that search wants on each of its instances
 */
record Deployment(int nodes, int instances, double indexGigabytes) {

	static final double HOURS = 730;

	private static final double SECONDS = HOURS * 3600;

	private static final int CORES = 2;

	/** One may be lost, and the others hold all pods. */
	private static final int FEWEST = 3;

	private static final int DISK_GIGABYTES = 20;

	/** Half of the processor, on the average, leaves room for the busy hours. */
	private static final double LOAD = 0.5;

	/** Enough nodes for this work. */
	static Deployment of(double processorSeconds, double indexGigabytes) {
		int nodes = (int) Math.ceil(processorSeconds / (SECONDS * CORES * LOAD));
		return new Deployment(Math.max(FEWEST, nodes), 2, indexGigabytes);
	}

	/** The nodes, their disks, their addresses and what governs them. */
	Amounts machines() {
		return Amounts.of("ec2.t3a.large.hour", this.nodes * HOURS)
			.plus(Amounts.of("eks.cluster.hour", HOURS))
			.plus(Amounts.of("ebs.gp3.month", this.nodes * DISK_GIGABYTES + this.instances * this.indexGigabytes))
			.plus(Amounts.of("ipv4.hour", this.nodes * HOURS));
	}

	/** One load balancer in two zones, with one unit of its own capacity. */
	static Amounts entrance() {
		return Amounts.of("alb.hour", HOURS)
			.plus(Amounts.of("alb.unit.hour", HOURS))
			.plus(Amounts.of("ipv4.hour", 2 * HOURS));
	}

	Amounts idle(Measured measured) {
		return measured.idlePerHourOfAll().times(HOURS * this.instances);
	}

}
