package io.safelight.gateway.route;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PublicLocationsTests {

	private final PublicLocations locations = new PublicLocations(URI.create("http://127.0.0.1:8081"), "/api/upload");

	@ParameterizedTest
	@CsvSource({ "/v1/uploads/7, /api/upload/v1/uploads/7",
			"http://127.0.0.1:8081/v1/uploads/7?x=1, /api/upload/v1/uploads/7?x=1", "/d/abc, /d/abc",
			"http://127.0.0.1:8081/d/abc, /d/abc", "http://127.0.0.1:80811/v1/x, http://127.0.0.1:80811/v1/x",
			"https://bucket.example/v1/x, https://bucket.example/v1/x" })
	void leadThroughTheGatewayAndNotAroundIt(String said, String told) {
		assertThat(this.locations.of(said)).isEqualTo(told);
	}

}
