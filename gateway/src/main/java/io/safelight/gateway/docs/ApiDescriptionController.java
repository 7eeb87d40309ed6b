package io.safelight.gateway.docs;

import io.safelight.gateway.route.Services;
import io.safelight.service.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Each service's own description of its API, as it looks from outside: with the gateway's
 * paths, and with the token that all services take.
 */
@RestController
@Hidden
class ApiDescriptionController {

	private static final Logger log = LoggerFactory.getLogger(ApiDescriptionController.class);

	/** What springdoc calls an API without a name. */
	private static final String UNTITLED = "OpenAPI definition";

	private static final String BEARER = "bearer";

	private final Services services;

	private final RestClient client;

	private final JsonMapper json;

	ApiDescriptionController(Services services, RestClient client, JsonMapper json) {
		this.services = services;
		this.client = client;
		this.json = json;
	}

	@GetMapping(path = "/docs/specs/{service}", produces = MediaType.APPLICATION_JSON_VALUE)
	@PermitAll
	JsonNode describe(@PathVariable String service) {
		if (!Services.NAMES.contains(service)) {
			throw new ProblemException(HttpStatus.NOT_FOUND, "unknown-service",
					"There is no service '" + service + "': the services are " + Services.NAMES + ".");
		}
		return fromOutside(service, fetch(service));
	}

	private ObjectNode fetch(String service) {
		try {
			String description = this.client.get()
				.uri(this.services.address(service).resolve("/v3/api-docs"))
				.retrieve()
				.body(String.class);
			return this.json.readValue(description, ObjectNode.class);
		}
		catch (RestClientException ex) {
			log.warn("No API description of {}-service: {}", service, ex.toString());
			throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "service-down", "The " + service
					+ "-service does not describe its API at the moment. Try again in a few seconds; /status tells "
					+ "which services run.")
				.with("service", service);
		}
	}

	/** The service's own security scheme, if it describes one, is left as it is. */
	private static ObjectNode fromOutside(String service, ObjectNode description) {
		if (UNTITLED.equals(description.at("/info/title").asString(UNTITLED))) {
			description.withObject("/info").put("title", "Safelight " + service);
		}
		description.putArray("servers").addObject().put("url", "/api/" + service);
		ObjectNode components = description.withObject("/components");
		if (!components.has("securitySchemes")) {
			components.putObject("securitySchemes")
				.putObject(BEARER)
				.put("type", "http")
				.put("scheme", "bearer")
				.put("bearerFormat", "JWT");
			description.putArray("security").add(description.objectNode()).addObject().putArray(BEARER);
		}
		return description;
	}

}
