package io.safelight.simulation;

import org.jspecify.annotations.Nullable;

/**
 * Decides what goes wrong.
 */
@FunctionalInterface
public interface Faults {

	Faults NONE = (process, operation) -> null;

	/**
	 * What happens at this call.
	 * @param process who calls
	 * @param operation what is called
	 * @return null if nothing goes wrong
	 */
	@Nullable Fault at(Process process, String operation);

}
