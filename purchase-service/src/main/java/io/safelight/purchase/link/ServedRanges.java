package io.safelight.purchase.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which bytes of a file were handed over, as the union of all ranges that were.
 * Immutable.
 *
 * @param ranges in order, none touching another
 */
record ServedRanges(List<ByteRange> ranges) {

	static final ServedRanges NONE = new ServedRanges(List.of());

	public ServedRanges {
		ranges = List.copyOf(ranges);
	}

	/** These and one more. */
	ServedRanges plus(ByteRange more) {
		if (more.length() == 0) {
			return this;
		}
		List<ByteRange> all = new ArrayList<>(this.ranges);
		all.add(more);
		all.sort(Comparator.comparingLong(ByteRange::from));
		List<ByteRange> union = new ArrayList<>();
		for (ByteRange range : all) {
			ByteRange last = union.isEmpty() ? null : union.getLast();
			if (last != null && range.from() <= last.to()) {
				union.set(union.size() - 1, new ByteRange(last.from(), Math.max(last.to(), range.to())));
			}
			else {
				union.add(range);
			}
		}
		return new ServedRanges(union);
	}

	/** How many bytes there are in all. */
	long covered() {
		return this.ranges.stream().mapToLong(ByteRange::length).sum();
	}

}
