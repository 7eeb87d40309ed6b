package io.safelight.publication.saga;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The picture of the saga in the documentation against the saga.
 */
class SagaDocumentTests {

	private static final Pattern WAY = Pattern.compile("^\\s*([A-Z_]+) --> ([A-Z_]+)", Pattern.MULTILINE);

	private static final Pattern CODE = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE);

	private static String document = "";

	@BeforeAll
	static void read() throws IOException {
		document = Files.readString(Path.of("..", "docs", "publication-saga.md"));
	}

	@Test
	void showsEveryWayAndNoOther() {
		Map<PublicationState, Set<PublicationState>> drawn = new EnumMap<>(PublicationState.class);
		WAY.matcher(document)
			.results()
			.forEach((way) -> drawn
				.computeIfAbsent(PublicationState.valueOf(way.group(1)),
						(from) -> EnumSet.noneOf(PublicationState.class))
				.add(PublicationState.valueOf(way.group(2))));
		Map<PublicationState, Set<PublicationState>> real = new EnumMap<>(PublicationState.class);
		for (PublicationState state : PublicationState.values()) {
			if (!state.isFinal()) {
				real.put(state, state.successors());
			}
		}
		assertThat(drawn).isEqualTo(real);
	}

	@Test
	void namesEveryReason() {
		Set<String> reasons = new java.util.HashSet<>();
		CODE.matcher(document).results().forEach((row) -> reasons.add(row.group(1)));
		for (RejectionCode code : RejectionCode.values()) {
			assertThat(reasons).contains(code.wireName());
		}
	}

}
