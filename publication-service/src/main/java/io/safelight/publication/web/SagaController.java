package io.safelight.publication.web;

import io.safelight.publication.SagaFunnel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How the saga stands, for administrators.
 */
@RestController
@RequestMapping("/v1/ops/saga")
@Tag(name = "Operations")
class SagaController {

	private final SagaFunnel funnel;

	SagaController(SagaFunnel funnel) {
		this.funnel = funnel;
	}

	@GetMapping
	@RolesAllowed("admin")
	@Operation(summary = "How many photos are at each step, and how it ended for others",
			description = "Those that do not get on by themselves are at /v1/publications/stuck.")
	SagaFunnel.Standing standing() {
		return this.funnel.now();
	}

}
