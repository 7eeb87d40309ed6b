package io.safelight.purchase.erasure;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.safelight.purchase.buyer.Erasure;
import io.safelight.purchase.buyer.Erasures;
import io.safelight.service.Caller;
import io.safelight.service.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Being forgotten.
 */
@RestController
@RequestMapping("/v1/erasures")
class ErasureController {

	private final EraseBuyer erase;

	private final Erasures erasures;

	ErasureController(EraseBuyer erase, Erasures erasures) {
		this.erase = erase;
		this.erasures = erasures;
	}

	@Operation(summary = "Erase a buyer's personal data, for good",
			description = "One's own, or as an administrator anybody's. Copies, links and the key go at once, and nothing can be bought any more; "
					+ "licences and orders stay on record without the name. It is done about a minute later. Asking again answers how far it is.")
	@PostMapping
	@RolesAllowed({ "buyer", "admin" })
	ResponseEntity<ErasureView> erase(@Parameter(hidden = true) Caller caller,
			@Valid @RequestBody(required = false) @Nullable ErasureRequest request) {
		String userId = (request != null && request.userId() != null) ? request.userId() : caller.userId();
		boolean own = userId.equals(caller.userId());
		if (!own && !caller.has("admin")) {
			throw new ProblemException(HttpStatus.FORBIDDEN, "not-yours",
					"Only administrators may erase somebody else: leave out 'userId'.");
		}
		Erasure erasure = this.erase.erase(userId, own ? "buyer" : caller.userId(),
				(request != null) ? request.reason() : null);
		return ResponseEntity.status(erasure.isDone() ? HttpStatus.OK : HttpStatus.ACCEPTED)
			.body(ErasureView.of(erasure));
	}

	@Operation(summary = "How far an erasure is")
	@GetMapping("/{erasureId}")
	@RolesAllowed("admin")
	ErasureView get(@PathVariable String erasureId) {
		return this.erasures.find(erasureId)
			.map(ErasureView::of)
			.orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "erasure-not-found",
					"There is no erasure with this id."));
	}

	/**
	 * Who is to be forgotten.
	 *
	 * @param userId somebody else, for administrators
	 * @param reason why, if an administrator asks; not to contain personal data
	 */
	record ErasureRequest(@Nullable @Size(min = 1, max = 200) String userId, @Nullable @Size(max = 500) String reason) {
	}

	/**
	 * An erasure, which names nobody.
	 *
	 * @param erasureId its identity
	 * @param state {@code ERASING} or {@code DONE}
	 * @param askedBy {@code buyer}, or the administrator's id
	 * @param reason why, if it was said
	 * @param askedAt when it was asked for
	 * @param doneAt when nothing was left
	 * @param orders how many orders were freed of the name
	 * @param licences how many licences were revoked
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ErasureView(String erasureId, String state, String askedBy, @Nullable String reason, Instant askedAt,
			@Nullable Instant doneAt, long orders, long licences) {

		static ErasureView of(Erasure erasure) {
			return new ErasureView(erasure.erasureId(), erasure.isDone() ? "DONE" : "ERASING", erasure.askedBy(),
					erasure.reason(), erasure.askedAt(), erasure.doneAt(), erasure.orders(), erasure.licences());
		}

	}

}
