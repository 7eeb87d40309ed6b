package io.safelight.imaging.darkroom;

/**
 * A worker ended, or had to be ended, in the middle of its work.
 */
final class WorkerDiedException extends Exception {

	private final Death death;

	WorkerDiedException(Death death, String message) {
		super(message);
		this.death = death;
	}

	Death death() {
		return this.death;
	}

	/** Of what; its name is a meter's tag. */
	enum Death {

		/** A fault in native code, a kill by the system, or an exit of its own. */
		CRASH,
		/** The deadline passed. */
		DEADLINE,
		/** It wanted more memory than it may have. */
		MEMORY,
		/** It said what makes no sense. */
		NONSENSE

	}

}
