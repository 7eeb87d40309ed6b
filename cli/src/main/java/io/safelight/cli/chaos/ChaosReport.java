package io.safelight.cli.chaos;

import java.util.List;
import java.util.Map;

/**
 * What a run has shown.
 *
 * @param seed which run it was
 * @param minutes how long the load lasted
 * @param counts what has happened
 * @param handled messages by outcome, as the services' meters say
 * @param lags how long messages waited in their outboxes
 * @param clockOffsets by how many seconds the processes' clocks differed in the end
 * @param drainSeconds how long it took after the load until all was quiet
 * @param underWay what was not quiet when the time for it was over
 * @param checked how many promises were checked
 * @param lost what was promised and is not so
 * @param doubled what took effect twice
 * @param leftOver what is there and should not be
 * @param parked what lies parked
 * @param gaveUp clients that gave up, and over what
 */
public record ChaosReport(long seed, long minutes, Map<String, Long> counts, Map<String, Long> handled, Lags lags,
		Map<String, Long> clockOffsets, long drainSeconds, List<String> underWay, int checked, List<String> lost,
		List<String> doubled, List<String> leftOver, List<String> parked, List<String> gaveUp) {

	public boolean isSound() {
		return this.lost.isEmpty() && this.doubled.isEmpty() && this.leftOver.isEmpty() && this.underWay.isEmpty();
	}

	/** The report as people read it. */
	public List<String> lines() {
		return List.of("",
				"  uploads      %d: %d published, %d rejected, %d given up and undone, %d refused, %d left".formatted(
						count("uploads"), count("published"), count("rejected"), count("failed"), count("refused"),
						count("left")),
				"  purchases    %d, with %d links (%d of them raced for) and %d downloads, %d of which were resumed"
					.formatted(count("purchases"), count("links"), count("races"), count("downloads"),
							count("resumed")),
				"  strikes      %d killed, %d paused, %d restarted in order (the slowest stopped in %.1f s)".formatted(
						count("kills"), count("pauses"), count("restarts"), count("longest_stop_millis") / 1000.0),
				"  by itself    %d processes ended, %d did not stop in time, %d outlived their parents"
					.formatted(count("crashes"), count("slow_stops"), count("orphans")),
				"  clients      sent %d requests again, %d gave up".formatted(count("retries"), count("gave_up")),
				"  messages     %d handled, %d duplicates absorbed (%d were injected), %d tries failed and came again, "
					.formatted(handled("handled"), handled("duplicate"), count("repeated"), handled("retry"))
						+ "%d parked, %d redriven".formatted(handled("parked"), count("redriven")),
				"  outboxes     %d messages, half of them sent within %d ms, 99 of 100 within %.1f s, all within %.1f s"
					.formatted(this.lags.messages(), this.lags.halfMillis(), this.lags.ninetyNineMillis() / 1000.0,
							this.lags.mostMillis() / 1000.0),
				"  quiet        %s".formatted(this.underWay.isEmpty() ? "after " + this.drainSeconds + " s"
						: "not after " + this.drainSeconds + " s: " + String.join(", ", this.underWay)),
				"  audit        %d checked".formatted(this.checked), "  lost         %d".formatted(this.lost.size()),
				"  doubled      %d".formatted(this.doubled.size()),
				"  left over    %d".formatted(this.leftOver.size()));
	}

	private long count(String name) {
		return this.counts.getOrDefault(name, 0L);
	}

	private long handled(String outcome) {
		return this.handled.getOrDefault(outcome, 0L);
	}

}
