package io.safelight.service;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Leaves everything that records spans out unless somebody collects them: nine processes
 * on a small machine start sooner and need less memory without it. The ids of traces
 * travel in any case.
 */
final class TracingOnlyWithACollector implements AutoConfigurationImportFilter, EnvironmentAware {

	static final String COLLECTOR = "management.opentelemetry.tracing.export.otlp.endpoint";

	private boolean collected;

	@Override
	public void setEnvironment(Environment environment) {
		this.collected = StringUtils.hasText(environment.getProperty(COLLECTOR));
	}

	@Override
	public boolean[] match(@Nullable String[] names, @Nullable AutoConfigurationMetadata metadata) {
		boolean[] wanted = new boolean[names.length];
		for (int i = 0; i < names.length; i++) {
			wanted[i] = this.collected || !isTracing(names[i]);
		}
		return wanted;
	}

	private static boolean isTracing(@Nullable String name) {
		return name != null && (name.startsWith("org.springframework.boot.micrometer.tracing.")
				|| name.startsWith("org.springframework.boot.opentelemetry."));
	}

}
