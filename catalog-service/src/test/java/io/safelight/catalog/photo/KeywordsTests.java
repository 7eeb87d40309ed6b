package io.safelight.catalog.photo;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeywordsTests {

	@Test
	void keepsEachWordOnceWhateverItsCase() {
		assertThat(Keywords.of(List.of("Sea", " sea ", "SEA", "bay")).words()).containsExactly("Sea", "bay");
	}

	@Test
	void tidiesSpaces() {
		assertThat(Keywords.of(List.of("  golden   hour ", "", "  ")).words()).containsExactly("golden hour");
	}

	@Test
	void leavesOutWhatIsTooLongOrTooMany() {
		List<String> given = IntStream.range(0, 60).mapToObj((i) -> "word" + i).toList();

		assertThat(Keywords.of(List.of("x".repeat(51))).words()).isEmpty();
		assertThat(Keywords.of(given).words()).hasSize(50).endsWith("word49");
	}

}
