package io.safelight.gateway.route;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ServicesTests {

	@Test
	void knowWhereEachServiceAnswers() {
		assertThat(new Services(all()).address("catalog")).isEqualTo(URI.create("http://127.0.0.1:9999"));
	}

	@Test
	void refuseToStartWithoutOneOfThem() {
		Map<String, URI> incomplete = all();
		incomplete.remove("search");
		assertThatIllegalArgumentException().isThrownBy(() -> new Services(incomplete))
			.withMessageContaining("safelight.gateway.services.search")
			.withMessageContaining("SAFELIGHT_SEARCH_URL");
	}

	@Test
	void refuseAnAddressThatNobodyCouldCall() {
		Map<String, URI> wrong = all();
		wrong.put("search", URI.create("localhost:8085"));
		assertThatIllegalArgumentException().isThrownBy(() -> new Services(wrong));
	}

	private static Map<String, URI> all() {
		Map<String, URI> all = new HashMap<>();
		Services.NAMES.forEach((name) -> all.put(name, URI.create("http://127.0.0.1:9999")));
		return all;
	}

}
