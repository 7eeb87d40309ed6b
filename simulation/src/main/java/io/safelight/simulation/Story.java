package io.safelight.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened, in order: the last lines as text, all of it as a hash, by which two runs
 * of the same seed can be compared.
 */
public final class Story {

	private static final int KEPT = 1 << 12;

	private final List<Line> lines = new ArrayList<>();

	private final int kept;

	private long hash = 1;

	private long count;

	Story(int kept) {
		this.kept = Math.min(kept, KEPT);
	}

	void tell(long time, String who, String what, String about) {
		this.hash = 31 * this.hash + 961 * time + 31L * what.hashCode() + about.hashCode();
		this.count++;
		if (this.kept > 0) {
			Line line = new Line(time, who, what, about);
			if (this.lines.size() < this.kept) {
				this.lines.add(line);
			}
			else {
				this.lines.set((int) (this.count % this.kept), line);
			}
		}
	}

	/** The last lines. */
	public String tail(int most) {
		return this.lines.stream()
			.sorted(java.util.Comparator.comparingLong(Line::time))
			.skip(Math.max(0, this.lines.size() - most))
			.map(Line::toString)
			.collect(java.util.stream.Collectors.joining("\n"));
	}

	public long hash() {
		return this.hash;
	}

	private record Line(long time, String who, String what, String about) {

		@Override
		public String toString() {
			Duration since = Duration.ofMillis(this.time);
			return "%3d d %02d:%02d:%02d.%03d  %-16s %s %s".formatted(since.toDays(), since.toHoursPart(),
					since.toMinutesPart(), since.toSecondsPart(), since.toMillisPart(), this.who, this.what,
					this.about);
		}

	}

}
