package io.safelight.purchase.revocation;

import io.safelight.purchase.licence.Licence;
import io.safelight.purchase.licence.LicenceState;
import io.safelight.service.Caller;
import io.safelight.service.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Taking licences back.
 */
@RestController
class RevocationController {

	private static final Logger log = LoggerFactory.getLogger(RevocationController.class);

	private final RevokeLicence revoke;

	RevocationController(RevokeLicence revoke) {
		this.revoke = revoke;
	}

	@Operation(summary = "Take a licence back for good",
			description = "Its links end and its copy is deleted. That a photo is withdrawn from sale revokes nothing: "
					+ "what was bought stays bought, until an administrator says otherwise here.")
	@PostMapping("/v1/licences/{licenceId}/revoke")
	@RolesAllowed("admin")
	RevokedView revoke(@Parameter(hidden = true) Caller caller, @PathVariable String licenceId,
			@Valid @RequestBody RevocationRequest request) {
		Licence licence = this.revoke.revoke(licenceId, request.reason(), caller.userId())
			.orElseThrow(
					() -> new ProblemException(HttpStatus.NOT_FOUND, "licence-not-found", "There is no such licence."));
		log.info("AUDIT Licence {} was revoked by {}: {}", licenceId, caller.userId(), request.reason());
		return new RevokedView(licence.licenceId(), licence.state(), String.valueOf(licence.blocked()));
	}

	/**
	 * Why.
	 *
	 * @param reason for the buyer
	 */
	record RevocationRequest(@NotBlank @Size(max = 500) String reason) {
	}

	/**
	 * What became of the licence.
	 *
	 * @param licenceId the licence
	 * @param state its state
	 * @param reason why it was revoked
	 */
	record RevokedView(String licenceId, LicenceState state, String reason) {
	}

}
