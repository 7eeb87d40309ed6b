package io.safelight.purchase;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the whole service. Each feature has its own beside its code.
 *
 * @param sweepInterval how often deadlines are looked after
 */
@ConfigurationProperties("safelight.purchase")
record PurchaseProperties(@DefaultValue("15s") Duration sweepInterval) {
}
