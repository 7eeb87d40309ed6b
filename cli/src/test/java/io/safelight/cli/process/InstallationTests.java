package io.safelight.cli.process;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InstallationTests {

	private static final Path HOME = Path.of("/home/ana/safelight");

	@Test
	void hasItsStateInTheCheckoutUnlessToldOtherwise() {
		assertThat(Installation.of(HOME, Map.of()).state()).isEqualTo(HOME.resolve(".safelight"));
		assertThat(Installation.of(HOME, Map.of("SAFELIGHT_STATE", "other")).state()).isEqualTo(HOME.resolve("other"));
		assertThat(Installation.of(HOME, Map.of("SAFELIGHT_STATE", "/var/lib/safelight")).state())
			.isEqualTo(Path.of("/var/lib/safelight"));
	}

	@Test
	void takesAnEmptySettingForNone() {
		Installation installation = Installation.of(HOME, Map.of("SAFELIGHT_STATE", "", "SAFELIGHT_PORT_OFFSET", ""));
		assertThat(installation.state()).isEqualTo(HOME.resolve(".safelight"));
		assertThat(installation.gatewayUrl()).isEqualTo("http://127.0.0.1:8080");
	}

	@Test
	void movesAllOfItsPorts() {
		Installation installation = Installation.of(HOME, Map.of("SAFELIGHT_PORT_OFFSET", "10000"));
		assertThat(installation.gatewayUrl()).isEqualTo("http://127.0.0.1:18080");
		assertThat(installation.apps()).allSatisfy((app) -> assertThat(app.port()).isGreaterThan(14_000));
	}

}
