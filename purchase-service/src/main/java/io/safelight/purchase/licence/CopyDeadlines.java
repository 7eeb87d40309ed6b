package io.safelight.purchase.licence;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long to wait for copies.
 *
 * @param copyPatience after this time without a copy it is asked for again
 * @param blockedRetry after this time a blocked copy is tried again
 */
@ConfigurationProperties("safelight.purchase")
public record CopyDeadlines(@DefaultValue("5m") Duration copyPatience, @DefaultValue("5m") Duration blockedRetry) {
}
