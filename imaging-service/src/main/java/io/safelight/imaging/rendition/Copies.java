package io.safelight.imaging.rendition;

import java.util.Comparator;
import java.util.List;

/**
 * All that was made of an original.
 *
 * @param stored the copies, as they lie in their buckets
 * @param look what else the work has found out
 */
record Copies(List<StoredRendition> stored, RenditionSet.Look look) {

	private static final String JPEG = "image/jpeg";

	Copies {
		stored = stored.stream().sorted(Comparator.comparingInt(StoredRendition::width)).toList();
	}

	/** The JPEG copies of a kind, smallest first. */
	List<StoredRendition> of(RenditionKind kind) {
		return this.stored.stream()
			.filter((copy) -> copy.bucket().equals(kind.bucket()) && copy.contentType().equals(JPEG))
			.toList();
	}

	/** The copies of a kind that are the same in other formats, smallest first. */
	List<StoredRendition> alternatesOf(RenditionKind kind) {
		return this.stored.stream()
			.filter((copy) -> copy.bucket().equals(kind.bucket()) && !copy.contentType().equals(JPEG))
			.toList();
	}

}
