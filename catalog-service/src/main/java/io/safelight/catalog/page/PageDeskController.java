package io.safelight.catalog.page;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.safelight.catalog.CatalogProperties;
import io.safelight.catalog.EntityTags;
import io.safelight.messaging.store.Page;
import io.safelight.service.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where administrators compose pages. Whoever changes a page says, by {@code If-Match},
 * which version of it they have seen: of two at once the second is told.
 */
@RestController
@Tag(name = "Composing", description = "Drafts, versions and what is shown of them, for administrators")
class PageDeskController {

	static final int MOST_BYTES = 64 * 1024;

	private final ComposePage compose;

	private final Pages pages;

	private final List<String> categories;

	PageDeskController(ComposePage compose, Pages pages, CatalogProperties properties) {
		this.compose = compose;
		this.pages = pages;
		this.categories = properties.categories();
	}

	@GetMapping("/v1/pages")
	@RolesAllowed("admin")
	@Operation(summary = "All pages, by name")
	PageList pages(@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(name = "per_page", defaultValue = "50") @Min(1) @Max(100) int perPage) {
		Page<SitePage> found = this.pages.all(perPage, cursor);
		return new PageList(found.items().stream().map(PageState::of).toList(), found.cursor());
	}

	@GetMapping("/v1/pages/{page}/draft")
	@RolesAllowed("admin")
	@Operation(summary = "The newest version of a page",
			description = "Of a page that nobody has written yet, what there is to begin with, as version 0.")
	ResponseEntity<Draft> draft(@PathVariable String page) {
		SitePage found = this.compose.now(PageProblems.name(page));
		return answer(found, this.compose.draft(found));
	}

	@PutMapping(path = "/v1/pages/{page}/draft", consumes = MediaType.APPLICATION_JSON_VALUE)
	@RolesAllowed("admin")
	@Operation(summary = "Save a new version of a page",
			description = "Nobody else sees it until it is published. Needs If-Match.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = PageContent.class)))
	ResponseEntity<Draft> save(@PathVariable String page,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody String json, Caller caller) {
		long seen = EntityTags.seen(ifMatch);
		PageContent content = read(json);
		return answer(done(this.compose.save(PageProblems.name(page), seen, content, caller.userId())), content);
	}

	private PageContent read(String json) {
		if (json.length() > MOST_BYTES) {
			throw PageProblems.tooLarge(MOST_BYTES);
		}
		PageContent content = parsed(json);
		List<PageRules.Fault> faults = PageRules.faults(content, this.categories);
		if (!faults.isEmpty()) {
			throw PageProblems.faulty(faults);
		}
		return content;
	}

	private static PageContent parsed(String json) {
		try {
			return PageJson.read(json);
		}
		catch (JacksonException ex) {
			throw PageProblems.unreadable(ex.getOriginalMessage());
		}
	}

	@PostMapping("/v1/pages/{page}/publication")
	@RolesAllowed("admin")
	@Operation(summary = "Show everybody a version of a page",
			description = "Any version: an older one to go back to it. Needs If-Match.")
	ResponseEntity<PageState> publish(@PathVariable String page,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@Valid @RequestBody Publication wanted, Caller caller) {
		return show(page, ifMatch, wanted.number(), caller);
	}

	@DeleteMapping("/v1/pages/{page}/publication")
	@RolesAllowed("admin")
	@Operation(summary = "Show a page to nobody any more", description = "Its versions stay. Needs If-Match.")
	ResponseEntity<PageState> withdraw(@PathVariable String page,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		return show(page, ifMatch, 0, caller);
	}

	private ResponseEntity<PageState> show(String page, @Nullable String ifMatch, int number, Caller caller) {
		long seen = EntityTags.seen(ifMatch);
		SitePage shown = done(this.compose.show(PageProblems.name(page), seen, number, caller.userId()));
		return ResponseEntity.ok().eTag(EntityTags.of(shown.version())).body(PageState.of(shown));
	}

	@GetMapping("/v1/pages/{page}/versions")
	@RolesAllowed("admin")
	@Operation(summary = "Every version of a page, newest first")
	VersionList versions(@PathVariable String page, @RequestParam(required = false) @Nullable String cursor,
			@RequestParam(name = "per_page", defaultValue = "20") @Min(1) @Max(100) int perPage) {
		Page<PageVersion> found = this.pages.versions(PageProblems.name(page), perPage, cursor);
		return new VersionList(found.items().stream().map(VersionView::of).toList(), found.cursor());
	}

	@GetMapping("/v1/pages/{page}/versions/{number}")
	@RolesAllowed("admin")
	@Operation(summary = "What is on a version of a page")
	PageContent version(@PathVariable String page, @PathVariable int number) {
		return this.compose.content(PageProblems.name(page), number).orElseThrow(PageProblems::unknownVersion);
	}

	private static SitePage done(ComposePage.Outcome outcome) {
		return switch (outcome) {
			case ComposePage.Outcome.Done done -> done.page();
			case ComposePage.Outcome.Stale stale -> throw PageProblems.stale(stale.page());
			case ComposePage.Outcome.Unknown unknown -> throw PageProblems.unknownVersion();
		};
	}

	private static ResponseEntity<Draft> answer(SitePage page, PageContent content) {
		return ResponseEntity.ok().eTag(EntityTags.of(page.version())).body(new Draft(PageState.of(page), content));
	}

	/**
	 * Which version is to be shown.
	 *
	 * @param number its number
	 */
	record Publication(@Min(value = 1, message = "name the version's number, from 1") int number) {
	}

	/**
	 * A page as its editors see it.
	 *
	 * @param page its name
	 * @param version what If-Match wants
	 * @param title what the draft is called
	 * @param draft the number of the newest version
	 * @param published the number of the one that everybody sees; 0 for none
	 * @param changedAt when it was changed last
	 * @param changedBy who did
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record PageState(String page, long version, String title, int draft, int published, @Nullable String changedAt,
			@Nullable String changedBy) {

		static PageState of(SitePage page) {
			return new PageState(page.page(), page.version(), page.title(), page.draft(), page.published(),
					page.changedAt(), page.changedBy());
		}

	}

	/**
	 * A page and what is on its newest version.
	 *
	 * @param state the page
	 * @param content what is on it
	 */
	record Draft(PageState state, PageContent content) {
	}

	/**
	 * A version of a page.
	 *
	 * @param number its number
	 * @param title what it is called
	 * @param savedAt when it was saved
	 * @param savedBy who did
	 */
	record VersionView(int number, String title, String savedAt, String savedBy) {

		static VersionView of(PageVersion version) {
			return new VersionView(version.count(), version.title(), version.savedAt(), version.savedBy());
		}

	}

	/**
	 * Pages.
	 *
	 * @param data the pages
	 * @param nextCursor for the next ones; absent on the last page
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record PageList(List<PageState> data, @JsonProperty("next_cursor") @Nullable String nextCursor) {
	}

	/**
	 * Versions.
	 *
	 * @param data the versions
	 * @param nextCursor for the next ones; absent on the last page
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record VersionList(List<VersionView> data, @JsonProperty("next_cursor") @Nullable String nextCursor) {
	}

}
