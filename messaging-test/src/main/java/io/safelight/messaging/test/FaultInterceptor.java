package io.safelight.messaging.test;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Lets faults meet every call of every AWS client in the JVM. The SDK finds it by its
 * name in {@code software/amazon/awssdk/global/handlers/execution.interceptors}; without
 * a fault it does nothing.
 *
 * @see FaultInjection
 */
public final class FaultInterceptor implements ExecutionInterceptor {

	@Override
	public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
		FaultInjection.strike(Fault.Moment.BEFORE, context.request());
	}

	@Override
	public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
		FaultInjection.strike(Fault.Moment.AFTER, context.request());
	}

}
