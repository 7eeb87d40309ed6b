package io.safelight.gateway.edge;

import java.time.Duration;
import java.util.regex.Pattern;

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

	private static final Pattern PATH = Pattern.compile("(https?://[^/\\s;]+)/[^\\s;]*");

	/**
	 * Sources are origins. An issuer may have a path, as a realm of Keycloak has; as a
	 * source that would allow this one address, and nothing below it.
	 */
	EdgeProperties {
		contentSecurityPolicy = PATH.matcher(contentSecurityPolicy).replaceAll("$1");
	}

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
