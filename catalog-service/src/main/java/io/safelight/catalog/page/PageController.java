package io.safelight.catalog.page;

import java.time.Duration;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Pages as everybody sees them.
 */
@RestController
@Tag(name = "Pages", description = "What the site is composed of")
class PageController {

	/**
	 * Asked for again each time, so that what was published is seen at once; a 304 costs
	 * one read. While the service is away, what is known is good enough for a day.
	 */
	private static final CacheControl CACHED = CacheControl.noCache().cachePublic().staleIfError(Duration.ofDays(1));

	private final Pages pages;

	private final PageContents contents;

	PageController(Pages pages, PageContents contents) {
		this.pages = pages;
		this.contents = contents;
	}

	@GetMapping("/v1/pages/{page}")
	@PermitAll
	@Operation(summary = "A page as it was published",
			description = "The home page is always there: where nobody has published one, it is the built-in one.")
	ResponseEntity<PageContent> page(@PathVariable String page,
			@RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
		PageProblems.name(page);
		Optional<PageVersion> shown = this.pages.find(page)
			.flatMap((found) -> this.pages.version(page, found.published()));
		String tag = "\"" + shown.map(PageController::name).orElse("built-in") + "\"";
		if (shown.isPresent() || page.equals(ComposePage.HOME)) {
			return matches(known, tag) ? unchanged(tag) : answer(tag, content(shown));
		}
		throw PageProblems.notPublished(page);
	}

	private static String name(PageVersion version) {
		return version.count() + "-" + version.sha256().substring(0, 16);
	}

	private PageContent content(Optional<PageVersion> shown) {
		return shown.map(this.contents::get).map(PageJson::read).orElseGet(PageJson::defaultHome);
	}

	/** The gateway may have made a weak tag of it by compressing: RFC 9110, §13.1.2. */
	private static boolean matches(@Nullable String known, String tag) {
		return known != null && (known.contains(tag) || known.strip().equals("*"));
	}

	private static ResponseEntity<PageContent> unchanged(String tag) {
		return ResponseEntity.status(HttpStatus.NOT_MODIFIED).cacheControl(CACHED).eTag(tag).build();
	}

	private static ResponseEntity<PageContent> answer(String tag, PageContent content) {
		return ResponseEntity.ok().cacheControl(CACHED).eTag(tag).body(content);
	}

}
