package io.safelight.purchase.link;

import java.util.Optional;

import io.safelight.purchase.licence.Licences;
import io.safelight.service.Caller;
import io.safelight.service.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Saying that a file has arrived.
 */
@RestController
class DoneController {

	private final Downloads downloads;

	private final Licences licences;

	DoneController(Downloads downloads, Licences licences) {
		this.downloads = downloads;
		this.licences = licences;
	}

	@Operation(summary = "Say that the file has arrived; the link is consumed")
	@PostMapping("/v1/claims/{claimId}/done")
	@RolesAllowed("buyer")
	LinkView done(@Parameter(hidden = true) Caller caller, @PathVariable String claimId,
			@Valid @RequestBody(required = false) @Nullable DoneRequest request) {
		Link link = this.downloads.link(claimId)
			.filter((found) -> found.buyerId().equals(caller.userId()))
			.orElseThrow(DoneController::unknownClaim);
		requireSameDigest(link, request);
		return LinkView.of(this.downloads.done(claimId).orElse(link));
	}

	private void requireSameDigest(Link link, @Nullable DoneRequest request) {
		String sha256 = this.licences.find(link.licenceId()).orElseThrow().source().sha256();
		if (Optional.ofNullable(request).map(DoneRequest::sha256).filter((sent) -> !sent.equals(sha256)).isPresent()) {
			throw new ProblemException(HttpStatus.CONFLICT, "digest-differs",
					"What you have is not what we sent. Fetch it again within the lease.");
		}
	}

	static ProblemException unknownClaim() {
		return new ProblemException(HttpStatus.NOT_FOUND, "claim-not-found", "You have no claim with this id.");
	}

	/**
	 * What a client may say about what has arrived.
	 *
	 * @param sha256 of the file as it arrived, in lower-case hex
	 */
	record DoneRequest(@Nullable String sha256) {
	}

	/**
	 * A link as its buyer sees it.
	 *
	 * @param linkId its identity
	 * @param state what became of it
	 * @param licenceId the licence
	 */
	record LinkView(String linkId, LinkState state, String licenceId) {

		static LinkView of(Link link) {
			return new LinkView(link.linkId(), link.state(), link.licenceId());
		}

	}

}
