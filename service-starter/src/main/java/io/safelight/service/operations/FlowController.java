package io.safelight.service.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How events flow through this service, for administrators.
 */
@RestController
@RequestMapping("/v1/ops/flow")
@Tag(name = "Operations")
class FlowController {

	private final FlowReport report;

	FlowController(FlowReport report) {
		this.report = report;
	}

	@GetMapping
	@RolesAllowed("admin")
	@Operation(summary = "What this service says and hears, and how it keeps up",
			description = "Queues, outbox and parked messages are of the whole service; counters are of the instance that answers, since its start.")
	FlowView flow() {
		return this.report.now();
	}

}
