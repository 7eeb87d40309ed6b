package io.safelight.catalog;

import io.safelight.service.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EntityTagsTests {

	@Test
	void readsItsOwnTag() {
		assertThat(EntityTags.seen(EntityTags.of(17))).isEqualTo(17);
	}

	@Test
	void demandsTheHeader() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> EntityTags.seen(null))
			.satisfies((ex) -> assertThat(ex.getStatusCode()).isEqualTo(HttpStatus.PRECONDITION_REQUIRED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "3", "*", "W/\"3\"", "\"x\"", "\"1\", \"2\"", "\"99999999999999999999\"" })
	void refusesWhatIsNoTagOfOurs(String header) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> EntityTags.seen(header))
			.satisfies((ex) -> assertThat(ex.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST));
	}

}
