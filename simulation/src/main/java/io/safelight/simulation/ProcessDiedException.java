package io.safelight.simulation;

/**
 * The process that this thread plays is dead. An error, so that no service's code takes
 * it for something that it could handle.
 */
public final class ProcessDiedException extends Error {

	private static final long serialVersionUID = 1L;

	static final ProcessDiedException INSTANCE = new ProcessDiedException();

	private ProcessDiedException() {
		super("the process died", null, false, false);
	}

}
