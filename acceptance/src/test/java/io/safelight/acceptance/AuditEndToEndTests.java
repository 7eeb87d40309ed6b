package io.safelight.acceptance;

import java.time.Duration;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * After all of it, every promise is kept.
 */
@Order(9)
class AuditEndToEndTests {

	@Test
	void findsNothingBroken() throws Exception {
		Marketplace.running();
		await().atMost(Duration.ofSeconds(90))
			.pollInterval(Duration.ofSeconds(3))
			.untilAsserted(() -> assertThat(Marketplace.audit()).contains(" checked, 0 broken").endsWith("exit 0"));
	}

}
