package io.safelight.simulation;

/**
 * A place where something can go wrong: a call that an activity of a service makes.
 *
 * @param service which service
 * @param activity what it was doing, such as {@code photo-uploaded.v1} or
 * {@code outbox-sweeper}
 * @param number which call of the activity it is, from 1
 * @param operation what is called, such as {@code store.commit}
 */
public record PortCall(String service, String activity, int number, String operation) {

	@Override
	public String toString() {
		return this.service + " " + this.activity + " #" + this.number + " " + this.operation;
	}

}
