package io.safelight.purchase.link;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.safelight.purchase.licence.Licence;
import io.safelight.purchase.licence.Licences;
import io.safelight.service.Caller;
import io.safelight.service.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Claiming a link.
 */
@RestController
class ClaimController {

	private final ClaimLink claimLink;

	private final Licences licences;

	private final WrongTries wrongTries;

	private final ClaimCookie cookie;

	private final URI apiBase;

	private final MeterRegistry meters;

	ClaimController(ClaimLink claimLink, Licences licences, WrongTries wrongTries, ClaimCookie cookie,
			LinkAddresses addresses, MeterRegistry meters) {
		this.meters = meters;
		// From nothing on: to those who watch, a counter that begins with its first claim
		// has not risen.
		Stream.of("claimed", "unknown", "wrong-secret", "taken", "consumed", "expired").forEach(this::counter);
		this.claimLink = claimLink;
		this.licences = licences;
		this.wrongTries = wrongTries;
		this.cookie = cookie;
		this.apiBase = addresses.apiBase();
	}

	@Operation(summary = "Claim a link with its secret; it works once")
	@PostMapping("/v1/links/{linkId}/claim")
	@RolesAllowed("buyer")
	ResponseEntity<ClaimView> claim(@Parameter(hidden = true) Caller caller, @PathVariable String linkId,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Valid @RequestBody ClaimRequest request, HttpServletRequest http) {
		String address = http.getRemoteAddr();
		if (this.wrongTries.areTooMany(address)) {
			throw new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "too-many-tries",
					"Too many wrong tries from your address. Wait a minute.");
		}
		ClaimResult result = this.claimLink.claim(linkId, caller.userId(), request.secret(), key);
		if (result instanceof ClaimResult.Unknown || result instanceof ClaimResult.WrongSecret) {
			this.wrongTries.add(address);
		}
		counter(name(result)).increment();
		return answer(result);
	}

	private Counter counter(String result) {
		return this.meters.counter("link.claim", "result", result);
	}

	/** For those who watch: many of one kind are a hint of what is going on. */
	private static String name(ClaimResult result) {
		return switch (result) {
			case ClaimResult.Claimed claimed -> "claimed";
			case ClaimResult.Unknown unknown -> "unknown";
			case ClaimResult.WrongSecret wrong -> "wrong-secret";
			case ClaimResult.Taken taken -> "taken";
			case ClaimResult.Ended ended -> ended.state().name().toLowerCase(Locale.ROOT);
		};
	}

	private ResponseEntity<ClaimView> answer(ClaimResult result) {
		return switch (result) {
			case ClaimResult.Claimed claimed -> claimed(claimed.link());
			case ClaimResult.Unknown unknown -> throw new ProblemException(HttpStatus.NOT_FOUND, "link-not-found",
					"You have no link with this id. A link can only be claimed by the buyer it was minted for.");
			case ClaimResult.WrongSecret wrong -> throw new ProblemException(HttpStatus.FORBIDDEN, "wrong-secret",
					"That is not this link's secret. Copy the whole address, with everything after the #.");
			case ClaimResult.Taken taken -> throw new ProblemException(HttpStatus.CONFLICT, "link-claimed",
					"This link was claimed before. Go on with that download, or mint a new link for your licence.");
			case ClaimResult.Ended ended ->
				throw new ProblemException(HttpStatus.GONE, "link-" + ended.state().name().toLowerCase(Locale.ROOT),
						why(ended.state()) + " Your licence lasts: make a new link whenever you need the file.");
		};
	}

	private static String why(LinkState state) {
		return switch (state) {
			case CONSUMED -> "Your photo was handed over through this link before, and a link works once.";
			case EXPIRED -> "This link was not used in time.";
			default -> "This link works no more.";
		};
	}

	private ResponseEntity<ClaimView> claimed(Link link) {
		Claim claim = Objects.requireNonNull(link.claim(), "it was claimed");
		Licence licence = this.licences.find(link.licenceId()).orElseThrow();
		return ResponseEntity.ok()
			.header(HttpHeaders.SET_COOKIE, this.cookie.header(claim.claimId()))
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(new ClaimView(claim.claimId(), this.apiBase + "/v1/claims/" + claim.claimId() + "/content",
					claim.leaseUntil(), link.bytes(), licence.source().sha256(), FileName.of(licence)));
	}

	/**
	 * What a claim needs.
	 *
	 * @param secret what the link's address has after the #
	 */
	record ClaimRequest(@NotNull @Size(min = 1, max = 200) String secret) {

		@Override
		public String toString() {
			return "ClaimRequest[secret not shown]";
		}

	}

	/**
	 * A claim.
	 *
	 * @param claimId its identity
	 * @param contentUrl where the file is
	 * @param leaseUntil until when
	 * @param bytes the size of the file
	 * @param sha256 of the file, in lower-case hex
	 * @param fileName what to call it
	 */
	record ClaimView(String claimId, String contentUrl, Instant leaseUntil, long bytes, String sha256,
			String fileName) {
	}

}
