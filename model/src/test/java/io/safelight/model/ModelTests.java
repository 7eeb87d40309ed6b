package io.safelight.model;

import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each command of the model gives what it says it gives: the promises hold, and each way
 * to build it wrong breaks one of them.
 */
class ModelTests {

	private static final ModelChecker CHECKER = new ModelChecker();

	static List<String> quick() {
		return commands((name) -> !name.startsWith("Deep"));
	}

	static List<String> deep() {
		return commands((name) -> name.startsWith("Deep"));
	}

	private static List<String> commands(Predicate<String> which) {
		return CHECKER.commands().stream().filter(which).toList();
	}

	@ParameterizedTest
	@MethodSource("quick")
	void holdsWhereItShouldAndBreaksWhereItShould(String command) {
		check(command);
	}

	/** Minutes: {@code mvn -pl model -Pmodel verify}. */
	@Tag("deep")
	@ParameterizedTest
	@MethodSource("deep")
	void holdsAndBreaksInALargerScope(String command) {
		check(command);
	}

	private static void check(String command) {
		ModelChecker.Verdict verdict = CHECKER.run(command);
		System.out.println(verdict);
		assertThat(verdict.asExpected()).as(verdict.toString()).isTrue();
	}

}
