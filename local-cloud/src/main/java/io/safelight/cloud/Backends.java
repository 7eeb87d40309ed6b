package io.safelight.cloud;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where the embedded servers listen.
 */
final class Backends {

	private final List<AwsService> services;

	Backends(List<AwsService> services) {
		this.services = services;
	}

	URI address(String signingName) {
		return this.services.stream()
			.filter((service) -> service.signingNames().contains(signingName))
			.map(AwsService::backend)
			.flatMap(Optional::stream)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No embedded server for " + signingName));
	}

}
