package io.safelight.imaging.rendition;

import java.util.List;

import io.safelight.imaging.analysis.WeightedColour;
import org.jspecify.annotations.Nullable;

/**
 * What has become of one set of copies of one photograph.
 *
 * @param photoId the photograph
 * @param kind {@code public} or {@code sale}
 * @param version counts the changes of this row, from 1
 * @param asOf the version of the publication whose command was last obeyed: commands of
 * earlier versions are late
 * @param discarded whether the copies are deleted
 * @param sourceSha256 the original they were made from
 * @param renditions the copies, smallest first
 * @param look what else the work has found out, for public copies
 */
public record RenditionSet(String photoId, String kind, long version, long asOf, boolean discarded, String sourceSha256,
		List<StoredRendition> renditions, @Nullable Look look) {

	public RenditionSet {
		renditions = List.copyOf(renditions);
	}

	/** No set yet, as it is before the first command. */
	static RenditionSet none(String photoId, RenditionKind kind) {
		return new RenditionSet(photoId, kind.label(), 0, 0, false, "", List.of(), null);
	}

	RenditionSet made(long publication, String source, List<StoredRendition> copies, Look found) {
		return new RenditionSet(this.photoId, this.kind, this.version + 1, publication, false, source, copies, found);
	}

	RenditionSet discarded(long publication) {
		return new RenditionSet(this.photoId, this.kind, this.version + 1, Math.max(publication, this.asOf), true, "",
				List.of(), null);
	}

	/** Whether a command was overtaken by the one to discard everything. */
	boolean wasDiscardedAfter(long publication) {
		return this.discarded && publication < this.asOf;
	}

	boolean isMadeFrom(String source) {
		return !this.discarded && this.version > 0 && this.sourceSha256.equals(source);
	}

	/**
	 * How the photograph looks.
	 *
	 * @param width of the upright original, in pixels
	 * @param height of the upright original, in pixels
	 * @param colours the dominant colours
	 * @param placeholder a ThumbHash in Base64
	 * @param fingerprint Base64
	 */
	public record Look(int width, int height, List<WeightedColour> colours, String placeholder, String fingerprint) {
	}

}
