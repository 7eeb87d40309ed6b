package io.safelight.messaging;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MessageTypeTests {

	@Test
	void isKebabCaseWithAVersion() {
		assertThat(new MessageType("public-renditions-generated.v12")).hasToString("public-renditions-generated.v12");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PhotoUploaded.v1", "photo_uploaded.v1", "photo-uploaded", "photo-uploaded.v0",
			"io.safelight.PhotoUploaded", "photo--uploaded.v1", "" })
	void refusesOtherNames(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> new MessageType(name))
			.withMessageContaining("photo-uploaded.v1");
	}

}
