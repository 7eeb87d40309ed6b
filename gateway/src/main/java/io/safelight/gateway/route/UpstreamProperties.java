package io.safelight.gateway.route;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How services are called.
 *
 * @param connectTimeout how long a service may take to accept a connection
 * @param silence how long a service may say nothing, before its answer or in the middle
 * of it; a download as a whole may last as long as it likes
 * @param connections the most connections to one service
 */
@ConfigurationProperties("safelight.gateway.upstream")
record UpstreamProperties(@DefaultValue("2s") Duration connectTimeout, @DefaultValue("60s") Duration silence,
		@DefaultValue("500") int connections) {
}
