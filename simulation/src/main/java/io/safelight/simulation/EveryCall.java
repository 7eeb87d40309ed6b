package io.safelight.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.safelight.simulation.people.Photographer.Habit;
import io.safelight.simulation.port.Originals.Kind;
import org.jspecify.annotations.Nullable;

/**
 * All calls of ports that a clean run makes, each with the smallest scene in which it is
 * made, so that each can be made to fail.
 */
public final class EveryCall {

	/** So long a service that is away is away: longer than anybody waits for it. */
	private static final Duration AWAY = Duration.ofMinutes(30);

	private static final List<Scene> SCENES = scenes();

	private EveryCall() {
	}

	private static List<Scene> scenes() {
		List<Scene> scenes = new ArrayList<>();
		for (Kind kind : Kind.values()) {
			scenes.add(new Scene(kind, Habit.CAREFUL, "", false));
		}
		scenes.add(new Scene(Kind.GOOD, Habit.FORGETS, "", false));
		scenes.add(new Scene(Kind.GOOD, Habit.LEAVES, "", false));
		scenes.add(new Scene(Kind.GOOD, Habit.REGRETS, "", false));
		scenes.add(new Scene(Kind.GOOD, Habit.CAREFUL, "catalog", false));
		scenes.add(new Scene(Kind.GOOD, Habit.CAREFUL, "", true));
		return scenes;
	}

	/** Every call of a clean run, with its scene. */
	public static Map<PortCall, Scene> list() {
		Map<PortCall, Scene> calls = new LinkedHashMap<>();
		for (Scene scene : SCENES) {
			Verdict verdict = scene.play((process, operation) -> {
				calls.putIfAbsent(process.call(operation), scene);
				return null;
			});
			if (!verdict.isGood()) {
				throw new IllegalStateException("Something is wrong without any fault:" + verdict.report());
			}
		}
		return calls;
	}

	/** Plays a scene in which one call, the first time that it is made, goes wrong. */
	public static Verdict with(Fault fault, PortCall call, Scene scene) {
		return scene.play(new Once(fault, call));
	}

	/**
	 * What happens to one photo in fine weather.
	 *
	 * @param kind what it is
	 * @param habit who brings it
	 * @param away a service that cannot reach its tables for half an hour, or none
	 * @param bought whether there is somebody to buy it
	 */
	public record Scene(Kind kind, Habit habit, String away, boolean bought) {

		Verdict play(Faults faults) {
			return Simulation.run((process, operation) -> isAway(process, operation) ? Fault.FAIL_BEFORE
					: faults.at(process, operation), this);
		}

		private boolean isAway(Process process, String operation) {
			return process.service().equals(this.away) && operation.equals("store.commit")
					&& process.timeOfWorld().compareTo(AWAY) < 0;
		}

	}

	/** One fault, once. */
	private static final class Once implements Faults {

		private final Fault fault;

		private final PortCall call;

		private boolean happened;

		Once(Fault fault, PortCall call) {
			this.fault = fault;
			this.call = call;
		}

		@Override
		public @Nullable Fault at(Process process, String operation) {
			if (this.happened || process.calls() != this.call.number()
					|| !process.activity().equals(this.call.activity()) || !process.call(operation).equals(this.call)) {
				return null;
			}
			this.happened = true;
			return this.fault;
		}

	}

}
