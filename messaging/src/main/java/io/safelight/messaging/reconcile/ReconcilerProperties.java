package io.safelight.messaging.reconcile;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How consumers are told what they should have got. A message that one of them never saw
 * comes to it after {@code grace} and at most {@code interval}, and a few seconds.
 *
 * @param interval how often they are told; zero for never
 * @param grace how old a message must be: by then it was handled, or parked
 */
@ConfigurationProperties("safelight.messaging.reconciler")
public record ReconcilerProperties(@DefaultValue("5m") Duration interval, @DefaultValue("3m") Duration grace) {

	public ReconcilerProperties {
		if (interval.isNegative() || grace.isNegative()) {
			throw new IllegalArgumentException(
					"safelight.messaging.reconciler.interval and .grace must not be negative, but are " + interval
							+ " and " + grace);
		}
	}

	/** Whether it is done at all. */
	public boolean isOn() {
		return !this.interval.isZero();
	}

}
