package io.safelight.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.safelight.simulation.port.Originals.Kind;
import org.jspecify.annotations.Nullable;

/**
 * All calls of ports that a clean run makes, each with the smallest scene in which it is
 * made, so that each can be made to fail.
 */
public final class EveryCall {

	/** One photo of each kind, and everything that a customer does. */
	private static final Map<String, Scene> SCENES = scenes();

	private EveryCall() {
	}

	private static Map<String, Scene> scenes() {
		Map<String, Scene> scenes = new LinkedHashMap<>();
		for (Kind kind : Kind.values()) {
			scenes.put(kind.name(), new Scene(List.of(kind), false));
		}
		scenes.put("BOUGHT", new Scene(List.of(Kind.GOOD), true));
		return scenes;
	}

	/** Every call of a clean run, with its scene. */
	public static Map<PortCall, Scene> list() {
		Map<PortCall, Scene> calls = new LinkedHashMap<>();
		for (Scene scene : SCENES.values()) {
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
	 * Some photos and perhaps a customer for each, in fine weather.
	 *
	 * @param photos what they are
	 * @param customers whether there is somebody to buy them
	 */
	public record Scene(List<Kind> photos, boolean customers) {

		Verdict play(Faults faults) {
			return Simulation.run(faults, this.photos, this.customers, Simulation.TOLD);
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
