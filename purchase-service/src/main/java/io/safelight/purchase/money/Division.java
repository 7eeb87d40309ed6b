package io.safelight.purchase.money;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides one price over several things so that nothing is lost to rounding.
 */
public final class Division {

	private Division() {
	}

	/**
	 * Divides by the method of the largest remainder.
	 * @param total what is divided
	 * @param weights how much each weighs, not negative; all zero means equal parts
	 * @return one part for each weight; together they are the total
	 */
	public static List<Money> of(Money total, List<Long> weights) {
		long sum = weights.stream().mapToLong(Long::longValue).sum();
		if (sum == 0) {
			return of(total, weights.stream().map((weight) -> 1L).toList());
		}
		long[] parts = weights.stream().mapToLong((weight) -> share(total.amount(), weight, sum)).toArray();
		long left = total.amount() - IntStream.range(0, parts.length).mapToLong((i) -> parts[i]).sum();
		byRemainder(total.amount(), weights, sum).stream().limit(left).forEach((i) -> parts[i]++);
		List<Money> divided = new ArrayList<>();
		for (long part : parts) {
			divided.add(new Money(part, total.currency()));
		}
		return divided;
	}

	private static long share(long amount, long weight, long sum) {
		return Math.multiplyExact(amount, weight) / sum;
	}

	private static List<Integer> byRemainder(long amount, List<Long> weights, long sum) {
		return IntStream.range(0, weights.size())
			.boxed()
			.sorted(Comparator.comparingLong((Integer i) -> -(amount * weights.get(i) % sum)))
			.toList();
	}

}
