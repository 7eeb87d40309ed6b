package io.safelight.purchase.link;

import java.time.Instant;
import java.util.Locale;

import io.safelight.purchase.licence.LicenceState;
import io.safelight.service.Caller;
import io.safelight.service.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Minting links.
 */
@RestController
class DownloadController {

	private final MintLink mintLink;

	private final LinkAddresses addresses;

	DownloadController(MintLink mintLink, LinkAddresses addresses) {
		this.mintLink = mintLink;
		this.addresses = addresses;
	}

	@Operation(summary = "Mint a link that works once; its secret is shown now and never again")
	@PostMapping("/v1/licences/{licenceId}/downloads")
	@RolesAllowed("buyer")
	ResponseEntity<MintedView> mint(@Parameter(hidden = true) Caller caller, @PathVariable String licenceId,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
		return switch (this.mintLink.mint(licenceId, caller.userId(), key)) {
			case MintResult.Minted minted -> ResponseEntity.status(HttpStatus.CREATED)
				.header(HttpHeaders.CACHE_CONTROL, "no-store")
				.body(new MintedView(minted.link().linkId(),
						this.addresses.landing(minted.link().linkId(), minted.secret()), minted.link().expiresAt()));
			case MintResult.UnknownLicence unknown -> throw new ProblemException(HttpStatus.NOT_FOUND,
					"licence-not-found", "You have no licence with this id.");
			case MintResult.NotReady revoked when revoked.state() == LicenceState.REVOKED -> throw new ProblemException(
					HttpStatus.GONE, "licence-revoked", "This licence was revoked; look at it to see why.");
			case MintResult.NotReady notReady -> throw new ProblemException(HttpStatus.CONFLICT, "copy-not-ready",
					"Your copy is not ready yet (" + notReady.state()
							+ "). Look at the licence again in a few seconds; its status says more.")
				.with("state", notReady.state());
			case MintResult.KeyUsed used -> throw new ProblemException(HttpStatus.CONFLICT, "link-minted-before",
					"The link of this Idempotency-Key is " + used.state().name().toLowerCase(Locale.ROOT)
							+ ". Use a new key for a new link.");
		};
	}

	/**
	 * A new link.
	 *
	 * @param linkId its identity
	 * @param url the whole address with the secret after the #, which no server sees
	 * @param expiresAt when it can no longer be claimed
	 */
	record MintedView(String linkId, String url, Instant expiresAt) {

		@Override
		public String toString() {
			return "MintedView[" + this.linkId + "]";
		}

	}

}
