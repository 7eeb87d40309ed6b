package io.safelight.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import edu.mit.csail.sdg.alloy4.A4Reporter;
import edu.mit.csail.sdg.ast.Command;
import edu.mit.csail.sdg.ast.Module;
import edu.mit.csail.sdg.parser.CompUtil;
import edu.mit.csail.sdg.translator.A4Options;
import edu.mit.csail.sdg.translator.A4Solution;
import edu.mit.csail.sdg.translator.TranslateAlloyToKodkod;
import kodkod.engine.satlab.SATFactory;

/**
 * Runs the commands of the model.
 */
final class ModelChecker {

	private static final Path MODEL = Path.of("src/main/alloy/messaging.als");

	private final Module model = CompUtil.parseEverything_fromFile(A4Reporter.NOP, null, MODEL.toString());

	/** The names of the commands, in their order. */
	List<String> commands() {
		return this.model.getAllCommands().stream().map((command) -> command.label).toList();
	}

	/**
	 * Runs a command.
	 * @param name its name
	 * @return what came of it
	 */
	Verdict run(String name) {
		Command command = this.model.getAllCommands()
			.stream()
			.filter((candidate) -> candidate.label.equals(name))
			.findFirst()
			.orElseThrow();
		long began = System.nanoTime();
		A4Solution solution = TranslateAlloyToKodkod.execute_command(A4Reporter.NOP, this.model.getAllReachableSigs(),
				command, new A4Options());
		return new Verdict(name, command.expects == 1, solution.satisfiable(),
				Duration.ofNanos(System.nanoTime() - began), solution);
	}

	/** MiniSat is native and several times faster than the solver in Java. */
	private static A4Options options() {
		A4Options options = new A4Options();
		options.solver = SATFactory.getSolvers()
			.stream()
			.filter((solver) -> solver.id().equals(System.getProperty("model.solver", "minisat")) && solver.isPresent())
			.findFirst()
			.orElse(SATFactory.DEFAULT);
		return options;
	}

	/**
	 * What came of a command.
	 *
	 * @param command its name
	 * @param expected whether an example (of a check: a counterexample) is expected
	 * @param found whether one was found
	 * @param time how long it took
	 * @param solution the example, if there is one
	 */
	record Verdict(String command, boolean expected, boolean found, Duration time, A4Solution solution) {

		boolean asExpected() {
			return this.expected == this.found;
		}

		@Override
		public String toString() {
			return this.command + ": " + (this.found ? "an example" : "none") + " in " + this.time.toMillis() + " ms"
					+ (asExpected() ? "" : ", which is not expected:\n" + this.solution);
		}

	}

}
