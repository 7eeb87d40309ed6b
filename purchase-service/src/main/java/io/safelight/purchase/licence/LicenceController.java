package io.safelight.purchase.licence;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.safelight.messaging.store.Page;
import io.safelight.service.Caller;
import io.safelight.service.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A buyer's licences.
 */
@RestController
@RequestMapping("/v1/licences")
class LicenceController {

	private final Licences licences;

	LicenceController(Licences licences) {
		this.licences = licences;
	}

	@Operation(summary = "Your licences, newest first")
	@GetMapping
	@RolesAllowed("buyer")
	LicencePage list(@Parameter(hidden = true) Caller caller,
			@RequestParam(name = "per_page", defaultValue = "20") @Min(1) @Max(100) int perPage,
			@RequestParam(required = false) @Nullable String cursor) {
		Page<Licence> page = this.licences.of(caller.userId(), perPage, cursor);
		return new LicencePage(page.items().stream().map(LicenceView::of).toList(), page.cursor());
	}

	@Operation(summary = "One of your licences")
	@GetMapping("/{licenceId}")
	@RolesAllowed("buyer")
	LicenceView get(@Parameter(hidden = true) Caller caller, @PathVariable String licenceId) {
		return this.licences.find(licenceId, caller.userId())
			.map(LicenceView::of)
			.orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "licence-not-found",
					"You have no licence with this id."));
	}

	/**
	 * A page of licences.
	 *
	 * @param data the licences
	 * @param nextCursor for the next page; absent on the last
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record LicencePage(List<LicenceView> data, @JsonProperty("next_cursor") @Nullable String nextCursor) {
	}

}
