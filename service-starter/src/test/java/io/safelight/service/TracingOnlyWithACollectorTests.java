package io.safelight.service;

import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class TracingOnlyWithACollectorTests {

	private static final String[] NAMES = {
			"org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
			"org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
			"io.safelight.service.ServiceAutoConfiguration" };

	private static boolean[] wanted(String collector) {
		TracingOnlyWithACollector filter = new TracingOnlyWithACollector();
		filter.setEnvironment(new MockEnvironment().withProperty(TracingOnlyWithACollector.COLLECTOR, collector));
		return filter.match(NAMES, null);
	}

	@Test
	void leavesSpansOutWhereNobodyCollectsThem() {
		assertThat(wanted("")).containsExactly(false, false, true);
	}

	@Test
	void recordsSpansForACollector() {
		assertThat(wanted("http://127.0.0.1:4318/v1/traces")).containsExactly(true, true, true);
	}

}
