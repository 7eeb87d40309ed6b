package io.safelight.cloud;

import java.net.URI;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OptionsTests {

	@Test
	void usesThePortsOfTheSystemByDefault() {
		Options options = Options.parse();
		assertThat(options.bind().isLoopbackAddress()).isTrue();
		assertThat(options.issuer()).isEmpty();
		assertThat(options.port()).isEqualTo(4566);
		assertThat(options.identityPort()).isEqualTo(9000);
		assertThat(options.stateDirectory()).isEmpty();
		assertThat(options.credentials()).containsEntry("test", "test");
	}

	@Test
	void readsACommandLine() {
		Options options = Options.parse("--port", "0", "--identity-port", "9001", "--state-dir", "state",
				"--credentials", "ana:a:b,ben:c");
		assertThat(options.port()).isZero();
		assertThat(options.identityPort()).isEqualTo(9001);
		assertThat(options.stateDirectory()).contains(Path.of("state").toAbsolutePath());
		assertThat(options.credentials()).containsEntry("ana", "a:b").containsEntry("ben", "c").hasSize(2);
	}

	@Test
	void listensWhereAndCallsItselfWhatItIsTold() {
		Options options = Options.parse("--bind", "0.0.0.0", "--issuer", "http://127.0.0.1:9000");
		assertThat(options.bind().isAnyLocalAddress()).isTrue();
		assertThat(options.issuer()).contains(URI.create("http://127.0.0.1:9000"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "--port", "--port x", "--port 70000", "--bind everywhere", "--bind ::1", "--issuer me",
			"--colour red", "--credentials none" })
	void refusesWhatItDoesNotUnderstand(String line) {
		assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(line.split(" ")));
	}

}
