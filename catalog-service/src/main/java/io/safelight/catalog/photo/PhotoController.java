package io.safelight.catalog.photo;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.safelight.catalog.CatalogProperties;
import io.safelight.catalog.EntityTags;
import io.safelight.messaging.store.Page;
import io.safelight.service.Caller;
import io.safelight.service.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Photos over HTTP.
 */
@RestController
@Tag(name = "Photos", description = "What is for sale")
class PhotoController {

	private static final String ADMIN = "admin";

	private final Photos photos;

	private final EditPhoto edit;

	private final RemovePhoto remove;

	private final CatalogProperties properties;

	PhotoController(Photos photos, EditPhoto edit, RemovePhoto remove, CatalogProperties properties) {
		this.photos = photos;
		this.edit = edit;
		this.remove = remove;
		this.properties = properties;
	}

	@GetMapping("/v1/photos/{id}")
	@PermitAll
	@Operation(summary = "A photo on sale", description = "410 once it is withdrawn, 404 if there never was one.")
	ResponseEntity<PhotoView> photo(@PathVariable String id) {
		return switch (this.photos.find(id).orElse(null)) {
			case null -> throw PhotoProblems.unknown(id);
			case WithdrawnPhoto gone -> throw PhotoProblems.gone(gone);
			case ListedPhoto listed -> answer(listed);
		};
	}

	@GetMapping("/v1/photos")
	@PermitAll
	@Operation(summary = "A contributor's photos on sale, newest first",
			description = "'me' stands for the caller. To look through all photos use the search service.")
	PhotoPage photos(@RequestParam(required = false) @Nullable String contributor,
			@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(name = "per_page", defaultValue = "20") @Min(1) @Max(100) int perPage,
			Optional<Caller> caller) {
		Page<ListedPhoto> page = this.photos.onSaleBy(contributor(contributor, caller), perPage, cursor);
		return new PhotoPage(page.items().stream().map(PhotoView::of).toList(), page.cursor());
	}

	private static String contributor(@Nullable String wanted, Optional<Caller> caller) {
		if (wanted == null || wanted.isBlank()) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "contributor-required",
					"Say whose photos: contributor=me or contributor=<user id>. To look through all photos use GET /v1/images/search of the search service.");
		}
		return wanted.equals("me") ? caller.map(Caller::userId).orElseThrow(PhotoProblems::notSignedIn) : wanted;
	}

	@PatchMapping("/v1/photos/{id}")
	@RolesAllowed("photographer")
	@Operation(summary = "Change what is said about one's photo",
			description = "Needs If-Match with the photo's ETag. What is left out stays; an empty description or category is taken away.")
	ResponseEntity<PhotoView> edit(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@Valid @RequestBody PhotoEditRequest request, Caller caller) {
		long seen = EntityTags.seen(ifMatch);
		checkCategory(request.category());
		return switch (this.edit.edit(id, caller.userId(), seen, request.edit())) {
			case EditPhoto.Edited edited -> answer(edited.photo());
			case EditPhoto.Stale stale -> throw PhotoProblems.stale(seen);
			case EditPhoto.Gone gone -> throw PhotoProblems.gone(gone.photo());
			case EditPhoto.Unknown unknown -> throw PhotoProblems.unknown(id);
		};
	}

	private void checkCategory(@Nullable String category) {
		List<String> known = this.properties.categories();
		if (category != null && !category.isBlank() && !known.contains(category.strip())) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "unknown-category",
					"There is no such category: choose one of 'allowed'.")
				.with("allowed", known);
		}
	}

	@DeleteMapping("/v1/photos/{id}")
	@RolesAllowed({ "photographer", ADMIN })
	@Operation(summary = "Take a photo off sale for good",
			description = "Licences that were sold stay valid. An administrator may give the reason.")
	ResponseEntity<Void> remove(@PathVariable String id,
			@RequestParam(required = false) @Size(max = 200) @Nullable String reason, Caller caller) {
		boolean admin = caller.has(ADMIN);
		if (!this.remove.remove(id, new RemovePhoto.Remover(caller.userId(), admin), reason(admin, reason))) {
			throw PhotoProblems.unknown(id);
		}
		return ResponseEntity.noContent().build();
	}

	private static String reason(boolean admin, @Nullable String given) {
		if (given != null && !given.isBlank()) {
			return given.strip();
		}
		return admin ? "withdrawn by an administrator" : "withdrawn by its contributor";
	}

	@GetMapping("/v1/categories")
	@PermitAll
	@Operation(summary = "The categories that a photo may be put in")
	Categories categories() {
		return new Categories(this.properties.categories());
	}

	private static ResponseEntity<PhotoView> answer(ListedPhoto photo) {
		return ResponseEntity.ok().eTag(EntityTags.of(photo.version())).body(PhotoView.of(photo));
	}

	/**
	 * A page of photos.
	 *
	 * @param data the photos
	 * @param nextCursor for the next page; absent on the last
	 */
	record PhotoPage(List<PhotoView> data, @JsonProperty("next_cursor") @Nullable String nextCursor) {
	}

	/**
	 * The categories.
	 *
	 * @param data their names
	 */
	record Categories(List<String> data) {
	}

}
