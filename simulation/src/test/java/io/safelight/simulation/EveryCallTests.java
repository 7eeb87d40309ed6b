package io.safelight.simulation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.safelight.simulation.EveryCall.Scene;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every call of every port that any handler, timer or request makes, each made to go
 * wrong once in every way. What there is to call is counted, not listed by hand.
 */
class EveryCallTests {

	private static final List<Fault> WAYS = List.of(Fault.FAIL_BEFORE, Fault.FAIL_AFTER, Fault.FAIL_LATE,
			Fault.CRASH_BEFORE, Fault.CRASH_AFTER, Fault.CONFLICT);

	/** F1 to F7, everywhere. */
	@Test
	void keepsEveryPromiseWhereverOneCallGoesWrong() {
		Map<PortCall, Scene> calls = EveryCall.list();
		List<String> broken = calls.entrySet()
			.parallelStream()
			.flatMap((call) -> WAYS.stream().flatMap((fault) -> broken(fault, call.getKey(), call.getValue())))
			.toList();
		print(calls);
		assertThat(broken).isEmpty();
	}

	private static Stream<String> broken(Fault fault, PortCall call, Scene scene) {
		Verdict verdict = EveryCall.with(fault, call, scene);
		return verdict.isGood() ? Stream.empty() : Stream.of(fault + " at " + call + " in " + scene + verdict.report());
	}

	private static void print(Map<PortCall, Scene> calls) {
		Map<String, StringBuilder> byActivity = new TreeMap<>();
		calls.keySet()
			.forEach((call) -> byActivity
				.computeIfAbsent(call.service() + " " + call.activity(), (any) -> new StringBuilder())
				.append(' ')
				.append(call.operation()));
		byActivity.forEach((activity, operations) -> System.out.println("  " + activity + ":" + operations));
		System.out.printf("%d calls x %d faults = %d runs%n", calls.size(), WAYS.size(), calls.size() * WAYS.size());
	}

}
