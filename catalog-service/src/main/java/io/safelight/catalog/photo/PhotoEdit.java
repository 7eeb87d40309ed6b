package io.safelight.catalog.photo;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a contributor changes about a photo. Null leaves a thing as it is; an empty
 * description or category takes it away.
 *
 * @param title the new title
 * @param description the new description
 * @param keywords the new keywords, all of them
 * @param category the new category
 */
record PhotoEdit(@Nullable String title, @Nullable String description, @Nullable List<String> keywords,
		@Nullable String category) {

	static final int TITLE_LENGTH = 200;

	static final int DESCRIPTION_LENGTH = 2000;

	Listing applyTo(Listing listing) {
		return listing.described((this.title != null) ? this.title.strip() : listing.title(),
				changed(this.description, listing.description()),
				(this.keywords != null) ? Keywords.of(this.keywords).words() : listing.keywords(),
				changed(this.category, listing.category()));
	}

	private static @Nullable String changed(@Nullable String wanted, @Nullable String present) {
		if (wanted == null) {
			return present;
		}
		return wanted.isBlank() ? null : wanted.strip();
	}

}
