package io.safelight.cloud;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class CallLedgerTests {

	@Test
	void knowsTheCallerByItsApplication() {
		assertThat(CallLedger.caller(from("aws-sdk-java/2.41.11 ua/2.1 os/Linux app/upload cfg/retry-mode#standard")))
			.isEqualTo("upload");
		assertThat(CallLedger.caller(from("Java-http-client/25"))).isEqualTo("somebody");
	}

	@Test
	void countsAChunkForNothingAndForEach64Kibibytes() {
		assertThat(Usage.chunks(0)).isOne();
		assertThat(Usage.chunks(65_536)).isOne();
		assertThat(Usage.chunks(65_537)).isEqualTo(2);
	}

	@Test
	void addsUsageUnitByUnit() {
		assertThat(Usage.of("a", 1).plus(Usage.of("b", 0.5)).plus(Usage.of("a", 2)).amounts())
			.containsOnly(entry("a", 3.0), entry("b", 0.5));
	}

	private static Request from(String agent) {
		return new Request("id", "POST", "/", Map.of(), Map.of("user-agent", List.of(agent)), new byte[0], "", "");
	}

}
