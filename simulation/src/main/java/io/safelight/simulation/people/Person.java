package io.safelight.simulation.people;

import io.safelight.simulation.Process;
import io.safelight.simulation.World;

/**
 * Somebody who asks a service for something, again and again until there is an answer.
 */
abstract class Person {

	private final World world;

	Person(World world) {
		this.world = world;
	}

	World world() {
		return this.world;
	}

	/**
	 * Asks a service.
	 * @param service which
	 * @param what for the story
	 * @param request what is asked for; false means later
	 */
	void ask(String service, String what, Request request) {
		Process process = this.world.idle(service);
		if (process == null || !answered(process, what, request)) {
			this.world.errand(this.world.between(1000, 60_000), () -> ask(service, what, request));
		}
	}

	private static boolean answered(Process process, String what, Request request) {
		boolean[] answer = new boolean[1];
		return process.act(what, () -> answer[0] = request.by(process)) && answer[0];
	}

	/** Does something later. */
	void later(long least, long most, Runnable action) {
		this.world.errand(this.world.between(least, most), action);
	}

	/** What is asked of a process. */
	@FunctionalInterface
	interface Request {

		boolean by(Process process) throws Exception;

	}

}
