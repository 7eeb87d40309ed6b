package io.safelight.messaging.test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.core.SdkRequest;

/**
 * Makes calls to AWS go wrong, of every client in the JVM, at the place that a test
 * names. A test says where and how in one line:
 *
 * <pre class="code">
 * &#64;RegisterExtension
 * final FaultInjection faults = new FaultInjection();
 *
 * this.faults.on(TransactWriteItemsRequest.class).losesItsAnswer();
 * this.faults.on(PublishBatchRequest.class).where(isTo(EVENTS)).always().isThrottled();
 * </pre>
 *
 * After each test its faults are gone, and the test fails if one of them was never met:
 * what did not happen proves nothing. An error is thrown to whoever made the call, as
 * after the SDK's last retry. Thread-safe.
 */
public final class FaultInjection implements AfterEachCallback {

	private static final List<Fault> PRESENT = new CopyOnWriteArrayList<>();

	private static final ThreadLocal<Boolean> UNTOUCHED = ThreadLocal.withInitial(() -> false);

	private final List<Fault> expected = new CopyOnWriteArrayList<>();

	/**
	 * Calls that are to go wrong.
	 * @param <R> the request's type
	 * @param request the operation, by its request: {@code SdkRequest} for every call
	 * @return the first of these calls, until more is said
	 */
	public <R extends SdkRequest> FaultyCalls<R> on(Class<R> request) {
		return new FaultyCalls<>(this, request);
	}

	/**
	 * Makes calls that no fault touches: the test's own, on this thread.
	 * @param <T> what the calls give
	 * @param calls the calls
	 * @return what they gave
	 */
	public static <T> T untouched(Supplier<T> calls) {
		boolean outer = UNTOUCHED.get();
		UNTOUCHED.set(true);
		try {
			return calls.get();
		}
		finally {
			UNTOUCHED.set(outer);
		}
	}

	Fault begin(Fault fault) {
		this.expected.add(fault);
		PRESENT.add(fault);
		return fault;
	}

	static void end(Fault fault) {
		PRESENT.remove(fault);
	}

	static void strike(Fault.Moment now, SdkRequest request) {
		if (!UNTOUCHED.get()) {
			PRESENT.forEach((fault) -> fault.at(now, request));
		}
	}

	@Override
	public void afterEach(ExtensionContext context) {
		List<Fault> all = List.copyOf(this.expected);
		this.expected.clear();
		all.forEach(Fault::end);
		if (context.getExecutionException().isEmpty()) {
			check(all);
		}
	}

	void check() {
		check(this.expected);
	}

	private static void check(List<Fault> all) {
		all.stream().filter((fault) -> fault.count() == 0).findFirst().ifPresent((fault) -> {
			throw new AssertionError("The fault was never met: " + fault);
		});
	}

}
