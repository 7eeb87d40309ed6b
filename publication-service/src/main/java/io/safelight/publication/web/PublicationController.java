package io.safelight.publication.web;

import java.util.UUID;

import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.publication.NotWaitingException;
import io.safelight.publication.PublicationStep;
import io.safelight.publication.Publications;
import io.safelight.publication.RetryPublication;
import io.safelight.publication.UnknownPublicationException;
import io.safelight.publication.saga.Publication;
import io.safelight.publication.saga.PublicationState;
import io.safelight.service.Caller;
import io.safelight.service.ProblemException;
import io.safelight.service.live.LiveStreams;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where photos are on their way to the shop.
 */
@RestController
@RequestMapping("/v1/publications")
@Tag(name = "publications", description = "Where photos are on their way to the shop")
class PublicationController {

	private final Publications publications;

	private final RetryPublication retry;

	private final LiveStreams streams;

	PublicationController(Publications publications, RetryPublication retry, LiveStreams streams) {
		this.publications = publications;
		this.retry = retry;
		this.streams = streams;
	}

	@GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@RolesAllowed("photographer")
	@Operation(summary = "The steps of one's own publications as they happen",
			description = "Server-sent events: 'step' with the photo and its state, or 'reset' after which the lists are to be read anew. Goes on after Last-Event-ID; the last minutes may be told again. Ends with the token.")
	@ApiResponse(responseCode = "200", description = "The data of each 'step'",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
					schema = @Schema(implementation = PublicationStep.class)))
	void stream(@Parameter(hidden = true) Caller caller,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
			HttpServletResponse response) {
		this.streams.serve(caller.userId(), lastEventId, response);
	}

	@GetMapping("/{photoId}")
	@RolesAllowed({ "photographer", "moderator", "admin" })
	@Operation(summary = "A photo's publication with everything that has happened to it",
			description = "For its photographer, moderators and administrators; others get 404.")
	PublicationView publication(@PathVariable UUID photoId, @Parameter(hidden = true) Caller caller) {
		Publication publication = this.publications.find(photoId.toString())
			.filter((found) -> Access.isStaff(caller) || found.photo().contributorId().equals(caller.userId()))
			.orElseThrow(() -> Access.unknown(photoId));
		return view(publication, Access.isStaff(caller));
	}

	@GetMapping
	@RolesAllowed({ "photographer", "moderator", "admin" })
	@Operation(summary = "A photographer's publications, newest first",
			description = "One's own; moderators and administrators may name another contributor.")
	PageView<PublicationSummary> publications(@RequestParam(required = false) @Nullable PublicationState state,
			@RequestParam(required = false) @Nullable String contributor,
			@RequestParam(name = "per_page", defaultValue = "50") @Min(1) @Max(100) int perPage,
			@RequestParam(required = false) @Nullable String cursor, @Parameter(hidden = true) Caller caller) {
		if (contributor != null && !contributor.equals(caller.userId()) && !Access.isStaff(caller)) {
			throw new ProblemException(HttpStatus.FORBIDDEN, "not-yours",
					"Only moderators and administrators may see another contributor's publications: leave out 'contributor'.");
		}
		String whose = (contributor != null) ? contributor : caller.userId();
		return PageView.of(this.publications.of(whose, state, perPage, cursor), PublicationSummary::of);
	}

	@GetMapping("/stuck")
	@RolesAllowed({ "moderator", "admin" })
	@Operation(summary = "Publications that do not get on by themselves, the longest waiting first")
	PageView<PublicationSummary> stuck(
			@RequestParam(name = "per_page", defaultValue = "50") @Min(1) @Max(100) int perPage,
			@RequestParam(required = false) @Nullable String cursor) {
		return PageView.of(this.publications.stuck(perPage, cursor), PublicationSummary::of);
	}

	@PostMapping("/{photoId}/retry")
	@RolesAllowed("admin")
	@Operation(summary = "Tries the current step again now",
			description = "After what kept it from getting on was mended.")
	PublicationView retry(@PathVariable UUID photoId, @Parameter(hidden = true) Caller caller) {
		try {
			this.retry.retry(photoId.toString(), caller.userId());
		}
		catch (UnknownPublicationException ex) {
			throw Access.unknown(photoId);
		}
		catch (NotWaitingException ex) {
			throw new ProblemException(HttpStatus.CONFLICT, "already-ended",
					"This photo is " + ex.state() + ": there is nothing to try again.")
				.with("state", ex.state());
		}
		catch (ConditionFailedException ex) {
			throw Access.moved();
		}
		return view(this.publications.get(photoId.toString()), true);
	}

	private PublicationView view(Publication publication, boolean forStaff) {
		return PublicationView.of(publication, this.publications.timeline(publication.photoId()), forStaff);
	}

}
