package io.safelight.cloud;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code GET /_safelight/health} says. It is answered only when every service is up.
 */
final class Health {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private Health() {
	}

	static Response of(Collection<String> services) {
		Map<String, String> states = new TreeMap<>();
		services.forEach((name) -> states.put(name, "up"));
		return Response.json(200, JSON.writeValueAsString(Map.of("status", "UP", "services", states)));
	}

}
