package io.safelight.service;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What every service's configuration says unless it says otherwise.
 */
final class ServiceDefaults implements EnvironmentPostProcessor {

	private static final Map<String, Object> DEFAULTS = Map.ofEntries(
			Map.entry("safelight.identity.issuer", "${SAFELIGHT_ISSUER:http://127.0.0.1:9000}"),
			Map.entry("server.address", "${SAFELIGHT_BIND:127.0.0.1}"), Map.entry("server.shutdown", "graceful"),
			Map.entry("server.error.whitelabel.enabled", "false"),
			Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "35s"),
			Map.entry("spring.threads.virtual.enabled", "true"), Map.entry("spring.main.banner-mode", "off"),
			Map.entry("spring.jmx.enabled", "false"),
			// Buckets in the path: emulators need it, AWS takes it.
			Map.entry("spring.cloud.aws.s3.path-style-access-enabled", "true"),
			Map.entry("management.endpoints.web.exposure.include", "health,info,prometheus"),
			Map.entry("management.endpoint.health.probes.enabled", "true"),
			// What dashboards draw quantiles from.
			Map.entry("management.metrics.distribution.slo.http.server.requests",
					"10ms,25ms,50ms,100ms,250ms,500ms,1s,2500ms,5s,10s,30s"),
			Map.entry("management.metrics.tags.service", "${spring.application.name}"),
			Map.entry("springdoc.swagger-ui.enabled", "false"),
			// Each retry would be logged twice and at length: the receiver says it in one
			// line.
			Map.entry("logging.level.io.awspring.cloud.sqs.listener.sink", "OFF"),
			Map.entry("logging.pattern.correlation", "[%X{traceId:-}] "));

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		environment.getPropertySources().addLast(new MapPropertySource("safelight-service-defaults", DEFAULTS));
	}

}
