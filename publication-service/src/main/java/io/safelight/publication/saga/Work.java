package io.safelight.publication.saga;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the steps have achieved so far. The two kinds of renditions are a set that fills
 * in any order; each is there or is not, whoever says it however often.
 *
 * @param analysis what was seen
 * @param publicRenditions what may be shown
 * @param saleSizes what may be bought
 * @param archived where the original is kept
 */
public record Work(@Nullable Analysis analysis, @Nullable PublicRenditions publicRenditions,
		@Nullable List<Rendition> saleSizes, @Nullable ArchivedOriginal archived) {

	static final Work NONE = new Work(null, null, null, null);

	Work with(Analysis found) {
		return new Work(found, this.publicRenditions, this.saleSizes, this.archived);
	}

	Work with(PublicRenditions made) {
		return new Work(this.analysis, made, this.saleSizes, this.archived);
	}

	Work withSaleSizes(List<Rendition> made) {
		return new Work(this.analysis, this.publicRenditions, List.copyOf(made), this.archived);
	}

	Work with(ArchivedOriginal kept) {
		return new Work(this.analysis, this.publicRenditions, this.saleSizes, kept);
	}

	boolean isRendered() {
		return this.publicRenditions != null && this.saleSizes != null;
	}

}
