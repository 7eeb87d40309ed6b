package io.safelight.catalog.page;

import java.util.Optional;

import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import org.jspecify.annotations.Nullable;

/**
 * All pages and their versions. Thread-safe.
 */
public final class Pages {

	static final String SHELF = "PAGE";

	/** Which version of a page is the draft, and which is shown. */
	public static final Table TABLE = Table.of("safelight-catalog-pages", "page").indexedBy("shelf", "shelf", "page");

	/** Every version that was ever saved. */
	public static final Table VERSIONS = Table.of("safelight-catalog-page-versions", "page").sortedBy("number");

	private final Store store;

	Pages(Store store) {
		this.store = store;
	}

	Optional<SitePage> find(String page) {
		return this.store.find(TABLE, TABLE.key(page), SitePage.class);
	}

	/** All pages by name. */
	Page<SitePage> all(int limit, @Nullable String cursor) {
		return this.store.query(Query.of(TABLE, "shelf", SHELF).limit(limit).after(cursor), SitePage.class);
	}

	Optional<PageVersion> version(String page, int number) {
		return this.store.find(VERSIONS, VERSIONS.key(page, PageVersion.sortable(number)), PageVersion.class);
	}

	/** A page's versions, newest first. */
	Page<PageVersion> versions(String page, int limit, @Nullable String cursor) {
		return this.store.query(Query.of(VERSIONS, page).newestFirst().limit(limit).after(cursor), PageVersion.class);
	}

}
