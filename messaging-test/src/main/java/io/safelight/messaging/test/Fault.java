package io.safelight.messaging.test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * One thing that goes wrong, from when a test said so until it ends it or is over.
 * Thread-safe.
 */
public final class Fault {

	/** When a fault strikes: instead of the call, or once the service has done it. */
	enum Moment {

		BEFORE, AFTER

	}

	/** What it does to a call: fail it, let it wait, or fail it and all that come. */
	enum Kind {

		FAIL, HOLD, DIE

	}

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private final String name;

	private final Predicate<SdkRequest> which;

	private final long first;

	private final long last;

	private final Moment moment;

	private final Kind kind;

	private final Function<SdkRequest, RuntimeException> failure;

	private final AtomicLong met = new AtomicLong();

	private final AtomicLong struck = new AtomicLong();

	private final CountDownLatch reached = new CountDownLatch(1);

	private final CountDownLatch released = new CountDownLatch(1);

	private volatile boolean dead;

	Fault(String name, Predicate<SdkRequest> which, long first, long last, Moment moment, Kind kind,
			Function<SdkRequest, RuntimeException> failure) {
		this.name = name;
		this.which = which;
		this.first = first;
		this.last = last;
		this.moment = moment;
		this.kind = kind;
		this.failure = failure;
	}

	/**
	 * How many calls it has struck.
	 * @return the number; of a dead process, not counting what was tried afterwards
	 */
	public long count() {
		return this.struck.get();
	}

	/**
	 * Waits until it has struck once.
	 * @return the fault
	 * @throws AssertionError if it has not within 40 s
	 */
	public Fault awaitStrike() {
		await(this.reached, "was not met");
		return this;
	}

	/**
	 * Lets the calls go on that wait, and those that come.
	 */
	public void release() {
		this.released.countDown();
	}

	/**
	 * Ends it: from now on calls are made as if it had never been. A process that it
	 * killed is alive again.
	 */
	public void end() {
		FaultInjection.end(this);
		this.dead = false;
		release();
	}

	void at(Moment now, SdkRequest request) {
		if (this.dead) {
			throw dead(request);
		}
		if (now != this.moment || !this.which.test(request)) {
			return;
		}
		long number = this.met.incrementAndGet();
		if (number >= this.first && number <= this.last) {
			strike(request);
		}
	}

	private void strike(SdkRequest request) {
		this.struck.incrementAndGet();
		this.dead = this.kind == Kind.DIE;
		this.reached.countDown();
		if (this.kind == Kind.HOLD) {
			await(this.released, "was not released");
			return;
		}
		throw this.failure.apply(request);
	}

	private void await(CountDownLatch latch, String otherwise) {
		try {
			if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				throw new AssertionError("The fault " + otherwise + ": " + this);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static RuntimeException dead(SdkRequest request) {
		return SdkClientException.create("The process is dead: injected at " + request.getClass().getSimpleName());
	}

	@Override
	public String toString() {
		return this.name;
	}

}
