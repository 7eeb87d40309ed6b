package io.safelight.upload.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.safelight.messaging.store.Page;
import io.safelight.service.Caller;
import io.safelight.upload.session.AbandonUpload;
import io.safelight.upload.session.BeginUpload;
import io.safelight.upload.session.CompleteUpload;
import io.safelight.upload.session.ContributorId;
import io.safelight.upload.session.Incoming;
import io.safelight.upload.session.Multipart.Part;
import io.safelight.upload.session.ReceivedPart;
import io.safelight.upload.session.Upload;
import io.safelight.upload.session.UploadId;
import io.safelight.upload.session.UploadState;
import io.safelight.upload.session.Uploads;
import io.safelight.upload.web.UploadView.Received;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A photographer's uploads. Somebody else's are not found.
 */
@RestController
@RequestMapping("/v1/uploads")
@RolesAllowed("photographer")
@Tag(name = "Uploads", description = "Announce a file, put its parts where you are told, complete it")
class UploadController {

	/** The most addresses of one answer. */
	static final int MOST_LINKS = 100;

	private final BeginUpload begin;

	private final CompleteUpload complete;

	private final AbandonUpload abandon;

	private final Uploads uploads;

	private final Incoming incoming;

	UploadController(BeginUpload begin, CompleteUpload complete, AbandonUpload abandon, Uploads uploads,
			Incoming incoming) {
		this.begin = begin;
		this.complete = complete;
		this.abandon = abandon;
		this.uploads = uploads;
		this.incoming = incoming;
	}

	@PostMapping
	@RolesAllowed("photographer")
	@Operation(summary = "Announce a file and get addresses for its parts")
	ResponseEntity<UploadView> begin(Caller caller,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@RequestBody @Valid UploadRequest request) {
		BeginUpload.Outcome outcome = this.begin.begin(contributor(caller), caller.email(), request.toDeclaration(),
				key);
		return switch (outcome) {
			case BeginUpload.Outcome.Begun begun -> created(begun.upload());
			case BeginUpload.Outcome.NotAccepted not -> throw UploadProblems.notAccepted(not.reason());
			case BeginUpload.Outcome.Duplicate duplicate -> throw UploadProblems.duplicate(duplicate.photo());
			case BeginUpload.Outcome.TooManyOpen many -> throw UploadProblems.tooManyOpen(many.open());
			case BeginUpload.Outcome.OtherWish other -> throw UploadProblems.otherWish(other.upload());
		};
	}

	private ResponseEntity<UploadView> created(Upload upload) {
		List<Part> parts = (upload.state() == UploadState.OPEN) ? upload.parts().stream().limit(MOST_LINKS).toList()
				: List.of();
		return ResponseEntity.created(URI.create("/v1/uploads/" + upload.id()))
			.body(UploadView.of(upload, null, signed(upload, parts)));
	}

	@GetMapping
	@RolesAllowed("photographer")
	@Operation(summary = "My uploads, newest first")
	PageView list(Caller caller, @RequestParam(name = "per_page", defaultValue = "20") @Min(1) @Max(100) int perPage,
			@RequestParam(required = false) @Nullable String cursor) {
		Page<Upload> page = this.uploads.of(contributor(caller), perPage, cursor);
		return new PageView(page.items().stream().map(UploadView::of).toList(), page.cursor());
	}

	@GetMapping("/{id}")
	@RolesAllowed("photographer")
	@Operation(summary = "An upload and, while it is open, the parts that have come")
	UploadView get(Caller caller, @PathVariable String id) {
		Upload upload = find(caller, id);
		if (upload.state() != UploadState.OPEN) {
			return UploadView.of(upload);
		}
		List<ReceivedPart> received = this.incoming.parts(upload).orElse(List.of());
		return UploadView.of(upload, received.stream().map(Received::of).toList(), null);
	}

	@PostMapping("/{id}/parts")
	@RolesAllowed("photographer")
	@Operation(summary = "New addresses for some parts")
	PartsView parts(Caller caller, @PathVariable String id, @RequestBody @Valid PartsRequest request) {
		Upload upload = find(caller, id);
		if (upload.state() != UploadState.OPEN) {
			throw UploadProblems.notOpen(upload);
		}
		List<Part> all = upload.parts();
		List<Integer> unknown = request.numbers().stream().filter((number) -> number > all.size()).toList();
		if (!unknown.isEmpty()) {
			throw UploadProblems.noSuchParts(unknown, all.size());
		}
		return new PartsView(
				signed(upload, request.numbers().stream().distinct().map((number) -> all.get(number - 1)).toList()));
	}

	@PostMapping("/{id}/complete")
	@RolesAllowed("photographer")
	@Operation(summary = "All parts were put: check the bytes and let them in")
	ResponseEntity<CompletedView> complete(Caller caller, @PathVariable String id) {
		return switch (this.complete.complete(find(caller, id))) {
			case CompleteUpload.Completion.PartsMissing missing -> throw UploadProblems.partsMissing(missing.numbers());
			case CompleteUpload.Completion.Decided decided -> switch (decided.upload().state()) {
				case REFUSED -> throw UploadProblems.refused(decided.upload());
				case ABANDONED -> throw UploadProblems.notOpen(decided.upload());
				default -> ResponseEntity.accepted().body(CompletedView.of(decided.upload()));
			};
		};
	}

	@DeleteMapping("/{id}")
	@RolesAllowed("photographer")
	@Operation(summary = "Take an upload back before it was completed")
	ResponseEntity<Void> abandon(Caller caller, @PathVariable String id) {
		Upload upload = this.abandon.abandon(find(caller, id));
		if (upload.state() != UploadState.ABANDONED && upload.state() != UploadState.REFUSED) {
			throw UploadProblems.notOpen(upload);
		}
		return ResponseEntity.noContent().build();
	}

	private List<PartView> signed(Upload upload, List<Part> parts) {
		return this.incoming.sign(upload, parts).stream().map(PartView::of).toList();
	}

	private Upload find(Caller caller, String id) {
		Optional<UploadId> uploadId = UploadId.parse(id);
		return uploadId.flatMap((known) -> this.uploads.find(contributor(caller), known))
			.orElseThrow(UploadProblems::unknown);
	}

	private static ContributorId contributor(Caller caller) {
		return new ContributorId(caller.userId());
	}

	/**
	 * A page of uploads.
	 *
	 * @param data the uploads
	 * @param nextCursor for the next page; absent on the last one
	 */
	record PageView(List<UploadView> data, @JsonProperty("next_cursor") @Nullable String nextCursor) {
	}

	/**
	 * Addresses of parts.
	 *
	 * @param parts the parts
	 */
	record PartsView(List<PartView> parts) {
	}

	/**
	 * A completed upload.
	 *
	 * @param photoId the photo that it became
	 * @param state where it stands
	 */
	record CompletedView(String photoId, UploadState state) {

		static CompletedView of(Upload upload) {
			return new CompletedView(upload.id().toString(), upload.state());
		}

	}

}
