package io.safelight.simulation;

/**
 * What can happen at a call of a port.
 */
public enum Fault {

	/** It fails, and nothing was done. */
	FAIL_BEFORE,
	/** It is done, and the caller sees it fail. */
	FAIL_AFTER,
	/** It is done, and the caller sees it fail, but only after more than ten minutes. */
	FAIL_LATE,
	/** The process dies, and nothing was done. */
	CRASH_BEFORE,
	/** It is done, and the process dies. */
	CRASH_AFTER,
	/** Others are changing the same rows, or the other end is throttling. */
	CONFLICT,
	/** The process stands still for minutes, while everything else goes on. */
	PAUSE

}
