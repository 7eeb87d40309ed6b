package io.safelight.purchase.link;

import java.io.IOException;
import java.util.Optional;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.safelight.purchase.copy.CopyBrokenException;
import io.safelight.purchase.copy.KeyUnavailableException;
import io.safelight.service.Caller;
import io.safelight.service.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Streams what was claimed to its claimant, whole or in one range at a time.
 */
@RestController
class ContentController {

	private static final Logger log = LoggerFactory.getLogger(ContentController.class);

	private final Downloads downloads;

	private final ClaimCookie cookie;

	private final Counter broken;

	ContentController(Downloads downloads, ClaimCookie cookie, MeterRegistry meters) {
		this.downloads = downloads;
		this.cookie = cookie;
		this.broken = Counter.builder("purchase.copies.broken")
			.description("Requests for copies at rest that are not what was made: somebody has to look")
			.register(meters);
	}

	/** Open to everybody, as the claim's cookie counts as much as the buyer's token. */
	@Operation(summary = "The file itself; HEAD and single ranges are fine")
	@GetMapping("/v1/claims/{claimId}/content")
	@PermitAll
	void content(@Parameter(hidden = true) Optional<Caller> caller, @PathVariable String claimId,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		Link link = authorised(caller, claimId, request);
		Downloads.File file = this.downloads.file(link, claimId)
			.orElseThrow(() -> new ProblemException(HttpStatus.GONE, "claim-over",
					"This claim is over. Mint a new link for your licence to download the file again."));
		String etag = '"' + file.copy().sha256() + '"';
		boolean ranged = !"HEAD".equals(request.getMethod()) && isCurrent(request, etag);
		FileHeaders.describe(file, etag, response);
		switch (RangeHeader.of(ranged ? request.getHeader(HttpHeaders.RANGE) : null, file.bytes())) {
			case RangeHeader.Whole whole -> whole(claimId, file, request, response);
			case RangeHeader.Part part -> part(claimId, file, part.range(), request, response);
			case RangeHeader.Unsatisfiable no -> unsatisfiable(file, response);
		}
	}

	private Link authorised(Optional<Caller> caller, String claimId, HttpServletRequest request) {
		boolean cookieSent = this.cookie.isSent(request, claimId);
		if (caller.isEmpty() && !cookieSent) {
			throw new ProblemException(HttpStatus.UNAUTHORIZED, "not-signed-in",
					"Send the buyer's bearer token, or the cookie that came with the claim.");
		}
		return this.downloads.link(claimId)
			.filter((link) -> cookieSent || caller.filter((user) -> user.userId().equals(link.buyerId())).isPresent())
			.orElseThrow(DoneController::unknownClaim);
	}

	/** A range of another version of the file would not fit what the client has. */
	private static boolean isCurrent(HttpServletRequest request, String etag) {
		String ifRange = request.getHeader(HttpHeaders.IF_RANGE);
		return ifRange == null || ifRange.equals(etag);
	}

	private void whole(String claimId, Downloads.File file, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		response.setHeader("Content-Digest", FileHeaders.digest(file));
		response.setContentLengthLong(file.bytes());
		if (!"HEAD".equals(request.getMethod())) {
			send(claimId, file, new ByteRange(0, file.bytes()), request, response);
		}
	}

	private void part(String claimId, Downloads.File file, ByteRange range, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
		response.setHeader(HttpHeaders.CONTENT_RANGE,
				"bytes " + range.from() + "-" + (range.to() - 1) + "/" + file.bytes());
		response.setContentLengthLong(range.length());
		send(claimId, file, range, request, response);
	}

	private static void unsatisfiable(Downloads.File file, HttpServletResponse response) {
		response.reset();
		response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.bytes());
		throw new ProblemException(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "range-not-satisfiable",
				"Ask for one range within the " + file.bytes() + " bytes of the file, or for the whole file.");
	}

	/**
	 * Until the first byte of the file is out, everything can still be answered properly.
	 */
	private void send(String claimId, Downloads.File file, ByteRange range, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		try (Downloads.Delivery delivery = begin(claimId, file, range, response)) {
			delivery.sendTo(response.getOutputStream());
		}
		catch (SliceOutputStream.ClientGoneException ex) {
			log.debug("The client of claim {} broke off", claimId);
		}
		catch (ProblemException ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			failed(claimId, ex, request, response);
		}
	}

	private Downloads.Delivery begin(String claimId, Downloads.File file, ByteRange range, HttpServletResponse response)
			throws IOException {
		return this.downloads.begin(claimId, file, range).orElseThrow(() -> {
			response.reset();
			return new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "fetched-too-often",
					"Fetch at most " + Downloads.MOST_PARALLEL + " parts at a time, and the file at most "
							+ Link.MOST_TIMES + " times. Mint a new link for your licence if you need it again.");
		});
	}

	private void failed(String claimId, Exception ex, HttpServletRequest request, HttpServletResponse response) {
		if (ex instanceof CopyBrokenException) {
			this.broken.increment();
			log.error("ALERT A copy is broken, claim {}: {}", claimId, ex.getMessage(), ex);
		}
		else {
			log.warn("The copy of claim {} could not be sent: {}", claimId, ex.toString());
		}
		if (response.isCommitted()) {
			BreakOffFilter.breakOff(request);
			return;
		}
		response.reset();
		throw problem(ex);
	}

	private static ProblemException problem(Exception ex) {
		return switch (ex) {
			case CopyBrokenException broken -> new ProblemException(HttpStatus.INTERNAL_SERVER_ERROR, "copy-broken",
					"Your copy is damaged, and nothing of it was sent. We were told; your licence is safe.");
			case KeyUnavailableException key -> new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "key-unavailable",
					ex.getMessage() + " Your copy cannot be decrypted now; your licence is safe.");
			default -> new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "copy-unreachable",
					"Your copy cannot be read now. Try again in a while.");
		};
	}

}
