package io.safelight.simulation;

import java.util.List;

/**
 * What came of a run.
 *
 * @param seed which run
 * @param wrong what is wrong with the world it left; empty if nothing is
 * @param story how it came to that
 * @param events how much has happened
 * @param leftOut timers and the like that could not be simulated
 */
public record Verdict(long seed, List<String> wrong, Story story, long events, List<String> leftOut) {

	public boolean isGood() {
		return this.wrong.isEmpty();
	}

	/** What somebody who has to mend it wants to see. */
	public String report() {
		return "\nseed " + this.seed + " after " + this.events + " events:\n  " + String.join("\n  ", this.wrong)
				+ "\nhow it came to that (the end of it):\n" + this.story.tail(60)
				+ "\nagain, with the whole story: mvn -pl simulation test -Dseed=" + this.seed + "\n";
	}

}
