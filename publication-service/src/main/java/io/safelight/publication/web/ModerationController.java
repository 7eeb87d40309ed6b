package io.safelight.publication.web;

import java.io.IOException;
import java.util.UUID;

import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.publication.ModeratePhoto;
import io.safelight.publication.NotWaitingException;
import io.safelight.publication.Publications;
import io.safelight.publication.UnknownPublicationException;
import io.safelight.publication.analysis.PhotoAnalysis;
import io.safelight.publication.analysis.UnusablePhotoException;
import io.safelight.publication.saga.Publication;
import io.safelight.publication.saga.PublicationState;
import io.safelight.service.Caller;
import io.safelight.service.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What people decide about photos.
 */
@RestController
@RequestMapping("/v1/moderation")
@Tag(name = "moderation", description = "What people decide about photos")
class ModerationController {

	private final Publications publications;

	private final ModeratePhoto moderate;

	private final PhotoAnalysis analysis;

	ModerationController(Publications publications, ModeratePhoto moderate, PhotoAnalysis analysis) {
		this.publications = publications;
		this.moderate = moderate;
		this.analysis = analysis;
	}

	@GetMapping
	@RolesAllowed({ "moderator", "admin" })
	@Operation(summary = "Photos that wait for a decision, the longest waiting first")
	PageView<ModerationView> waiting(
			@RequestParam(name = "per_page", defaultValue = "50") @Min(1) @Max(100) int perPage,
			@RequestParam(required = false) @Nullable String cursor) {
		return PageView.of(this.publications.waitingForPerson(perPage, cursor), ModerationView::of);
	}

	@GetMapping(path = "/{photoId}/picture", produces = MediaType.IMAGE_JPEG_VALUE)
	@RolesAllowed({ "moderator", "admin" })
	@Operation(summary = "A small copy of a photo that waits for a decision")
	ResponseEntity<byte[]> picture(@PathVariable UUID photoId) throws IOException {
		Publication publication = this.publications.find(photoId.toString())
			.filter((found) -> found.state() == PublicationState.MODERATING)
			.orElseThrow(() -> Access.unknown(photoId));
		try {
			byte[] jpeg = this.analysis.picture(publication.photo().original());
			return ResponseEntity.ok()
				.cacheControl(CacheControl.noStore())
				.contentType(MediaType.IMAGE_JPEG)
				.body(jpeg);
		}
		catch (UnusablePhotoException ex) {
			throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, ex.code().wireName(),
					ex.code().message() + " Reject it.");
		}
	}

	@PostMapping("/{photoId}")
	@RolesAllowed({ "moderator", "admin" })
	@Operation(summary = "Decides about a photo",
			description = "Reasons need only a code; message and repair may replace the code's own words.")
	PublicationView decide(@PathVariable UUID photoId, @Valid @RequestBody ModerationDecision decision,
			@Parameter(hidden = true) Caller caller) {
		try {
			this.moderate.moderate(photoId.toString(), decision.approves(), decision.givenReasons(), caller.userId());
		}
		catch (UnknownPublicationException ex) {
			throw Access.unknown(photoId);
		}
		catch (NotWaitingException ex) {
			throw new ProblemException(HttpStatus.CONFLICT, "not-waiting-for-moderation",
					"Nobody waits for a decision about this photo: it is " + ex.state() + ".")
				.with("state", ex.state());
		}
		catch (ConditionFailedException ex) {
			throw Access.moved();
		}
		Publication publication = this.publications.get(photoId.toString());
		return PublicationView.of(publication, this.publications.timeline(publication.photoId()), true);
	}

}
