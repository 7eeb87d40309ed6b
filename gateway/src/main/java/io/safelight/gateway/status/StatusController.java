package io.safelight.gateway.status;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.safelight.gateway.route.Services;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * Tells which services run. Asks nothing but the services, all at once; their own details
 * stay with them.
 */
@RestController
@Tag(name = "Status", description = "Which services run")
class StatusController {

	private static final String HEALTH = "/actuator/health/readiness";

	private final Services services;

	private final RestClient client;

	StatusController(Services services, RestClient client) {
		this.services = services;
		this.client = client;
	}

	@GetMapping("/status")
	@PermitAll
	@Operation(summary = "Which services run", description = "Always answers 200: read 'status'.")
	Status status() throws InterruptedException {
		Map<String, Future<Health>> asked = new LinkedHashMap<>();
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			Services.NAMES.forEach((name) -> asked.put(name, executor.submit(() -> health(name))));
		}
		Map<String, Health> answers = new LinkedHashMap<>();
		asked.forEach((name, answer) -> answers.put(name, answer.resultNow()));
		boolean allUp = answers.values().stream().allMatch((health) -> health == Health.UP);
		return new Status(allUp ? Health.UP : Health.DEGRADED, answers);
	}

	private Health health(String name) {
		try {
			this.client.get().uri(this.services.address(name).resolve(HEALTH)).retrieve().toBodilessEntity();
			return Health.UP;
		}
		catch (RestClientResponseException ex) {
			return Health.NOT_READY;
		}
		catch (RestClientException ex) {
			return Health.DOWN;
		}
	}

	/**
	 * What runs.
	 *
	 * @param status UP if everything does, DEGRADED otherwise
	 * @param services each service's health
	 */
	record Status(Health status, Map<String, Health> services) {
	}

	/** How a service, or all of them together, are. */
	enum Health {

		/** Works. */
		UP,

		/** Answers, but says itself that it cannot work now. */
		NOT_READY,

		/** Does not answer. */
		DOWN,

		/** Some work, some do not. */
		DEGRADED

	}

}
