package io.safelight.gateway.route;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The services behind the gateway.
 *
 * @param services where each answers, by its short name
 */
@ConfigurationProperties("safelight.gateway")
public record Services(Map<String, URI> services) {

	/** The short names, in the order in which a photo meets them. */
	public static final List<String> NAMES = List.of("upload", "publication", "imaging", "catalog", "search",
			"purchase", "notification");

	public Services {
		Map<String, URI> complete = new LinkedHashMap<>();
		for (String name : NAMES) {
			complete.put(name, checked(name, services));
		}
		services = complete;
	}

	private static URI checked(String name, Map<String, URI> services) {
		URI address = services.get(name);
		if (address == null || !address.isAbsolute() || address.getHost() == null) {
			throw new IllegalArgumentException("safelight.gateway.services." + name + " is " + address
					+ ": give the address of the " + name + "-service, such as http://127.0.0.1:8081 (SAFELIGHT_"
					+ name.toUpperCase(java.util.Locale.ROOT) + "_URL)");
		}
		return address;
	}

	/**
	 * Where a service answers.
	 * @throws IllegalArgumentException if there is no such service
	 */
	public URI address(String name) {
		URI address = this.services.get(name);
		if (address == null) {
			throw new IllegalArgumentException("There is no service '" + name + "'");
		}
		return address;
	}

}
