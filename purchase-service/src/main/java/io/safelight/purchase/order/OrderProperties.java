package io.safelight.purchase.order;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of selling.
 *
 * @param contributorPercent what contributors get of a price, 0 to 100
 */
@ConfigurationProperties("safelight.purchase")
record OrderProperties(@DefaultValue("60") int contributorPercent) {
}
