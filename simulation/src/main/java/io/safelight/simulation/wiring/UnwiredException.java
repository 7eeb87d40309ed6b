package io.safelight.simulation.wiring;

/**
 * An object cannot be made from a service's configuration and the ports given.
 */
public final class UnwiredException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnwiredException(String why) {
		super(why, null, false, false);
	}

}
