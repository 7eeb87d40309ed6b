package io.safelight.messaging.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of faults in docs/reliability.md is whole, and each of its proofs is a test
 * that exists.
 */
class ReliabilityDocumentationTests {

	private static final Path PAGE = Path.of("")
		.toAbsolutePath()
		.resolveSibling(".")
		.normalize()
		.resolve("docs/reliability.md");

	private static final int FAULTS = 40;

	private static final Pattern PROOF = Pattern.compile("\\[`?(\\w+)`?]\\(([^)]+)\\)");

	/** One that says why it cannot be proved here. */
	private static final String ELSEWHERE = "not on one machine: ";

	/**
	 * One line of the table.
	 *
	 * @param number the fault's
	 * @param proofs what stands in the column of proofs
	 */
	private record Row(int number, String proofs) {

		private static final Pattern LINE = Pattern
			.compile("\\| F(\\d+) \\| [^|]+ \\| [^|]+ \\| ([^|]*) \\| [^|]+ \\|");

		static List<Row> of(List<String> page) {
			List<Row> rows = new ArrayList<>();
			for (String line : page) {
				Matcher row = LINE.matcher(line);
				if (row.matches()) {
					rows.add(new Row(Integer.parseInt(row.group(1)), row.group(2).strip()));
				}
			}
			return rows;
		}

		boolean isProved() {
			return PROOF.matcher(this.proofs).find() || this.proofs.startsWith(ELSEWHERE);
		}

	}

	private static List<Row> rows() throws IOException {
		return Row.of(Files.readAllLines(PAGE));
	}

	@Test
	void hasEachFaultOnceInItsOrder() throws IOException {
		assertThat(rows()).extracting(Row::number)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, FAULTS).boxed().toList());
	}

	@Test
	void hasAProofForEachFault() throws IOException {
		assertThat(rows()).allSatisfy((row) -> assertThat(row.isProved()).as("F" + row.number()).isTrue());
	}

	@Test
	void namesTestsThatExist() throws IOException {
		for (Row row : rows()) {
			Matcher proof = PROOF.matcher(row.proofs());
			while (proof.find()) {
				Path file = PAGE.resolveSibling(proof.group(2)).normalize();
				assertThat(file).as("F" + row.number()).isRegularFile();
				assertThat(file.toString()).as("F" + row.number()).contains("/src/test/java/").endsWith("Tests.java");
				assertThat(testsIn(Files.readString(file))).as("F" + row.number() + " in " + file.getFileName())
					.contains(proof.group(1));
			}
		}
	}

	/** Methods stand apart by an empty line; what makes one a test stands before it. */
	private static Set<String> testsIn(String source) {
		Pattern test = Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|Property)\\b(?s:.*?)"
				+ "[\\w>] (\\w+)\\([^)]*\\)(?: throws [\\w., ]+)? \\{");
		Set<String> names = new TreeSet<>();
		Arrays.stream(source.split("\n\\s*\n")).map(test::matcher).filter(Matcher::find).forEach((found) -> {
			names.add(found.group(1));
		});
		return names;
	}

	@Test
	void takesOnlyTestsForTests() {
		assertThat(testsIn("""
				class SomeTests {

					private static void prepares() {
					}

					@Test
					void provesSomething() throws Exception {
						prepares();
					}

					@ParameterizedTest
					@ValueSource(strings = { "a", "b" })
					void provesMore(String text) {
					}

				}
				""")).containsExactly("provesMore", "provesSomething");
	}

	@Test
	void takesOnlyALinkOrAReasonForAProof() {
		assertThat(Row.of(List.of("| F1 | crash | again | [a](../b/CTests.java) | 3 s |",
				"| F2 | crash | again | — | — |", "| F3 | crash | again | not on one machine: two regions | — |",
				"| F4 | crash | again | some day | — |", "| figure | 3 | 4 |")))
			.filteredOn(Row::isProved)
			.extracting(Row::number)
			.containsExactly(1, 3);
	}

}
