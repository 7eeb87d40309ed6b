package io.safelight.messaging.test;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Which calls go wrong, to be ended with how. Without more said it is the first call.
 *
 * @param <R> the request's type
 */
public final class FaultyCalls<R extends SdkRequest> {

	private final FaultInjection faults;

	private final Class<R> type;

	private Predicate<? super R> which = (request) -> true;

	private long first = 1;

	private long last = 1;

	FaultyCalls(FaultInjection faults, Class<R> type) {
		this.faults = faults;
		this.type = type;
	}

	/**
	 * Only some of these calls, which alone are counted.
	 * @param wanted what holds for the request
	 * @return these calls
	 */
	public FaultyCalls<R> where(Predicate<? super R> wanted) {
		this.which = wanted;
		return this;
	}

	/**
	 * Only one of them.
	 * @param number which, from 1
	 * @return these calls
	 */
	public FaultyCalls<R> nth(long number) {
		this.first = number;
		this.last = number;
		return this;
	}

	/**
	 * The first ones.
	 * @param count how many
	 * @return these calls
	 */
	public FaultyCalls<R> times(long count) {
		this.first = 1;
		this.last = count;
		return this;
	}

	/**
	 * All of them, until the fault is ended.
	 * @return these calls
	 */
	public FaultyCalls<R> always() {
		return times(Long.MAX_VALUE);
	}

	/**
	 * The service is not reached: nothing is done.
	 * @return the fault
	 */
	public Fault doesNotArrive() {
		return failsWith(() -> SdkClientException.create("No connection: injected"));
	}

	/**
	 * The service does it, but the caller sees a time-out.
	 * @return the fault
	 */
	public Fault losesItsAnswer() {
		return begin(Fault.Moment.AFTER, (request) -> timeout());
	}

	/**
	 * The service refuses because too much is asked of it, with its own error.
	 * @return the fault
	 */
	public Fault isThrottled() {
		return begin(Fault.Moment.BEFORE, ServiceErrors::throttling);
	}

	/**
	 * The service refuses with one of its errors.
	 * @param code the error's code, such as {@code KMSInternalException}; the caller sees
	 * the service's general exception with this code
	 * @return the fault
	 */
	public Fault isRefusedWith(String code) {
		return begin(Fault.Moment.BEFORE, (request) -> ServiceErrors.refusal(request, code, 400));
	}

	/**
	 * Something is thrown instead of the call.
	 * @param failure what
	 * @return the fault
	 */
	public Fault failsWith(Supplier<? extends RuntimeException> failure) {
		return begin(Fault.Moment.BEFORE, (request) -> failure.get());
	}

	/**
	 * A DynamoDB transaction meets another one.
	 * @return the fault
	 */
	public Fault meetsATransactionConflict() {
		return isCancelledFor("TransactionConflict");
	}

	/**
	 * A DynamoDB transaction is cancelled; the reason is that of its last item.
	 * @param reason such as {@code ThrottlingError} or
	 * {@code ItemCollectionSizeLimitExceeded}
	 * @return the fault
	 */
	public Fault isCancelledFor(String reason) {
		return begin(Fault.Moment.BEFORE, (request) -> cancelled((TransactWriteItemsRequest) request, reason));
	}

	/**
	 * The call waits at the service's door until the fault is released or ended, and is
	 * then made.
	 * @return the fault
	 */
	public Fault isHeld() {
		return begin(Fault.Moment.BEFORE, Fault.Kind.HOLD, Fault::dead);
	}

	/**
	 * The call is made; its answer waits until the fault is released or ended.
	 * @return the fault
	 */
	public Fault isHeldAfterwards() {
		return begin(Fault.Moment.AFTER, Fault.Kind.HOLD, Fault::dead);
	}

	/**
	 * The process dies before the call, as far as anybody at AWS can tell: neither this
	 * call nor any later one arrives until the fault is ended.
	 * @return the fault
	 */
	public Fault isTheLastThingNotDone() {
		return begin(Fault.Moment.BEFORE, Fault.Kind.DIE, Fault::dead);
	}

	/**
	 * The process dies after the call: what was asked is done, the answer and every later
	 * call are lost until the fault is ended.
	 * @return the fault
	 */
	public Fault isTheLastThingDone() {
		return begin(Fault.Moment.AFTER, Fault.Kind.DIE, Fault::dead);
	}

	private Fault begin(Fault.Moment moment, Function<SdkRequest, RuntimeException> failure) {
		return begin(moment, Fault.Kind.FAIL, failure);
	}

	private Fault begin(Fault.Moment moment, Fault.Kind kind, Function<SdkRequest, RuntimeException> failure) {
		return this.faults.begin(new Fault(toString(), this::matches, this.first, this.last, moment, kind, failure));
	}

	private boolean matches(SdkRequest request) {
		return this.type.isInstance(request) && this.which.test(this.type.cast(request));
	}

	private static RuntimeException timeout() {
		return ApiCallTimeoutException.builder().message("The answer was lost: injected").build();
	}

	private static RuntimeException cancelled(TransactWriteItemsRequest request, String reason) {
		List<String> codes = Stream
			.concat(Collections.nCopies(request.transactItems().size() - 1, "None").stream(), Stream.of(reason))
			.toList();
		return TransactionCanceledException.builder()
			.message("Transaction cancelled: injected " + codes)
			.cancellationReasons(codes.stream().map((code) -> CancellationReason.builder().code(code).build()).toList())
			.build();
	}

	@Override
	public String toString() {
		String which = (this.first == this.last) ? "call " + this.first : "calls " + this.first + " to " + this.last;
		return which + " of " + this.type.getSimpleName();
	}

}
