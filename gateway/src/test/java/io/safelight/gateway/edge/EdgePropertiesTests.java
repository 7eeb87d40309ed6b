package io.safelight.gateway.edge;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EdgePropertiesTests {

	@Test
	void letsPagesAskAnIssuerWhoseNameHasAPath() {
		EdgeProperties properties = new EdgeProperties(
				"script-src 'self'; connect-src 'self' https://identity.example/realms/photos http://127.0.0.1:9000/; "
						+ "object-src 'none'",
				new EdgeProperties.Rate(1, 1, 1, Duration.ofMinutes(1)));
		assertThat(properties.contentSecurityPolicy()).isEqualTo(
				"script-src 'self'; connect-src 'self' https://identity.example http://127.0.0.1:9000; object-src 'none'");
	}

}
