package io.safelight.imaging.media;

import java.util.List;

import io.safelight.imaging.rendition.StoredRendition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PreferredFormatTests {

	private static final StoredRendition JPEG = copy("image/jpeg");

	private static final StoredRendition WEBP = copy("image/webp");

	@ParameterizedTest
	@ValueSource(strings = { "image/webp", "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8",
			"text/html, image/webp;q=0.3" })
	void givesWebpToThoseWhoNameIt(String accept) {
		assertThat(PreferredFormat.of(List.of(JPEG, WEBP), List.of(accept))).isEqualTo(WEBP);
	}

	@ParameterizedTest
	@ValueSource(strings = { "*/*", "image/*", "image/png,image/*;q=0.8", "image/webp;q=0", "application/json",
			"nonsense", "" })
	void givesJpegToAllOthers(String accept) {
		assertThat(PreferredFormat.of(List.of(JPEG, WEBP), List.of(accept))).isEqualTo(JPEG);
	}

	@Test
	void givesWhatThereIs() {
		assertThat(PreferredFormat.of(List.of(JPEG), List.of("image/webp"))).isEqualTo(JPEG);
		assertThat(PreferredFormat.of(List.of(), List.of("image/webp"))).isNull();
	}

	private static StoredRendition copy(String contentType) {
		return new StoredRendition("w320", "safelight-public", "key", contentType, 320, 213, 9L, "abc");
	}

}
