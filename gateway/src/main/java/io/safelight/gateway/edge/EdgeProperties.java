package io.safelight.gateway.edge;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds at the entrance.
 *
 * @param contentSecurityPolicy what pages may load, where their service does not say so
 * itself
 * @param rate how much a caller may ask for
 */
@ConfigurationProperties("safelight.gateway.edge")
record EdgeProperties(String contentSecurityPolicy, @DefaultValue Rate rate) {

	/**
	 * How much one caller may ask for: a bucket of requests that fills up again evenly.
	 *
	 * @param burst how many requests may come at once; 0 for no limit at all
	 * @param perSecond how many are added each second
	 * @param callers how many callers are remembered
	 * @param memory for how long
	 */
	record Rate(@DefaultValue("1000") int burst, @DefaultValue("200") double perSecond,
			@DefaultValue("100000") int callers, @DefaultValue("10m") Duration memory) {

		Rate {
			if (burst < 0 || perSecond <= 0) {
				throw new IllegalArgumentException("safelight.gateway.edge.rate: burst must not be negative and "
						+ "per-second must be more than 0; a burst of 0 switches the limit off");
			}
		}

		boolean isUnlimited() {
			return this.burst == 0;
		}

	}

}
