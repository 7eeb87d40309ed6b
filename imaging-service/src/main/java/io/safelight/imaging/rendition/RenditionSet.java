package io.safelight.imaging.rendition;

import java.util.List;

import io.safelight.imaging.analysis.PhotoQuality;
import io.safelight.imaging.analysis.WeightedColour;
import io.safelight.imaging.darkroom.Development;
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
 * @param alternates the same copies in formats other than JPEG, smallest first
 * @param look what else the work has found out
 * @param refusal why there are no copies, if the original is at fault
 */
public record RenditionSet(String photoId, String kind, long version, long asOf, boolean discarded, String sourceSha256,
		List<StoredRendition> renditions, List<StoredRendition> alternates, @Nullable Look look,
		@Nullable Refusal refusal) {

	public RenditionSet {
		renditions = List.copyOf(renditions);
		// Rows from before there were alternates have none.
		alternates = (alternates != null) ? List.copyOf(alternates) : List.of();
	}

	/** No set yet, as it is before the first command. */
	static RenditionSet none(String photoId, RenditionKind kind) {
		return new RenditionSet(photoId, kind.label(), 0, 0, false, "", List.of(), List.of(), null, null);
	}

	RenditionSet made(long publication, String source, List<StoredRendition> copies, List<StoredRendition> others,
			Look found) {
		return new RenditionSet(this.photoId, this.kind, this.version + 1, publication, false, source, copies, others,
				found, null);
	}

	/** The original is of no use: whoever asks again gets the same answer. */
	RenditionSet refused(long publication, String source, Refusal why) {
		return new RenditionSet(this.photoId, this.kind, this.version + 1, publication, false, source, List.of(),
				List.of(), null, why);
	}

	RenditionSet discarded(long publication) {
		return new RenditionSet(this.photoId, this.kind, this.version + 1, Math.max(publication, this.asOf), true, "",
				List.of(), List.of(), null, null);
	}

	/** Whether a command was overtaken by the one to discard everything. */
	boolean wasDiscardedAfter(long publication) {
		return this.discarded && publication < this.asOf;
	}

	/** Whether it is known what becomes of an original: copies, or a refusal. */
	boolean isDecidedFor(String source) {
		return !this.discarded && this.version > 0 && this.sourceSha256.equals(source);
	}

	/**
	 * Why an original is of no use.
	 *
	 * @param code for programs, such as {@code truncated-file}
	 * @param reason for the photographer
	 */
	public record Refusal(String code, String reason) {
	}

	/**
	 * How the photograph looks.
	 *
	 * @param width of the upright original, in pixels
	 * @param height of the upright original, in pixels
	 * @param colours the dominant colours
	 * @param placeholder a ThumbHash in Base64
	 * @param fingerprint Base64
	 * @param quality how good it is technically; null in rows from before it was measured
	 */
	public record Look(int width, int height, List<WeightedColour> colours, String placeholder, String fingerprint,
			@Nullable PhotoQuality quality) {

		static Look of(Development development) {
			return new Look(development.width(), development.height(), development.colours(), development.placeholder(),
					development.fingerprint(), development.quality());
		}

	}

}
