package io.safelight.benchmarks.messaging;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Counts calls to AWS by operation, as they are billed: a batch is one. Thread-safe.
 */
final class CallCounter implements ExecutionInterceptor {

	private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();

	@Override
	public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
		String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
		this.calls.computeIfAbsent(operation, (name) -> new LongAdder()).increment();
	}

	/** The counts so far, which begin anew. */
	Map<String, Long> take() {
		Map<String, Long> counts = new TreeMap<>();
		this.calls.forEach((operation, count) -> counts.put(operation, count.sumThenReset()));
		return counts;
	}

}
