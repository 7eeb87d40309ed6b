package io.safelight.simulation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.safelight.simulation.wiring.Blueprint;

/**
 * The services that are simulated, and how they are wired.
 */
final class Marketplace {

	static final List<String> SERVICES = List.of("upload", "publication", "imaging", "catalog", "search", "purchase",
			"notification");

	/** What would be random, or in the way, if it were not set. */
	private static final Map<String, Object> SETTINGS = Map.of("safelight.purchase.link-pepper",
			"c2FmZWxpZ2h0LXNpbXVsYXRpb24tcGVwcGVyLTEyMzQ1Njc4", "safelight.imaging.threads", "1");

	private static final Map<String, Blueprint> BLUEPRINTS = new ConcurrentHashMap<>();

	private Marketplace() {
	}

	static Blueprint blueprint(String service) {
		return BLUEPRINTS.computeIfAbsent(service, (name) -> Blueprint.of(name, SETTINGS));
	}

}
