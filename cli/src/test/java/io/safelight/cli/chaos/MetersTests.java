package io.safelight.cli.chaos;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetersTests {

	@Test
	void addsUpWhatWasHandledByItsOutcome() {
		assertThat(Meters.outcomes("""
				# TYPE event_handled_total counter
				event_handled_total{consumer="catalog",outcome="handled",service="catalog",type="list-photo.v1"} 41.0
				event_handled_total{consumer="catalog",outcome="duplicate",service="catalog",type="list-photo.v1"} 3.0
				event_handled_total{consumer="catalog",outcome="handled",service="catalog",type="withdraw-photo.v1"} 1.0
				event_age_seconds_count{consumer="catalog",type="list-photo.v1"} 44
				""")).containsOnly(java.util.Map.entry("handled", 42.0), java.util.Map.entry("duplicate", 3.0));
	}

}
