package io.safelight.publication.saga;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a publication can hear. Those that come from other services are read from the wire
 * as they are here, and name only the fields that are wanted.
 */
public sealed interface SagaMessage {

	String photoId();

	/** An answer to a try of a step. */
	sealed interface Reply extends SagaMessage {

		int epoch();

	}

	/**
	 * {@code photo-uploaded}.
	 *
	 * @param photoId which photo
	 * @param contributorId whose
	 * @param fileName its name at home
	 * @param title what it is called, if the photographer said so
	 * @param keywords the photographer's words
	 * @param original the file
	 */
	record PhotoUploaded(String photoId, String contributorId, String fileName, @Nullable String title,
			List<String> keywords, OriginalFile original) implements SagaMessage {

		@SuppressWarnings("ConstantValue")
		public PhotoUploaded {
			keywords = (keywords != null) ? List.copyOf(keywords) : List.of();
		}

	}

	/**
	 * The picture was looked at.
	 *
	 * @param photoId which photo
	 * @param epoch the try
	 * @param analysis what was seen
	 * @param verdict what follows from it
	 */
	record AnalysisDone(String photoId, int epoch, Analysis analysis, Verdict verdict) implements Reply {
	}

	/**
	 * The file holds no picture that can be used.
	 *
	 * @param photoId which photo
	 * @param epoch the try
	 * @param reason what is wrong with it
	 */
	record FileUnusable(String photoId, int epoch, Reason reason) implements Reply {
	}

	/**
	 * A person has decided.
	 *
	 * @param photoId which photo
	 * @param approved may it be sold?
	 * @param reasons why not
	 * @param moderator who decided
	 */
	record ModerationDecided(String photoId, boolean approved, List<Reason> reasons,
			String moderator) implements SagaMessage {
	}

	/**
	 * {@code public-renditions-generated}.
	 *
	 * @param photoId which photo
	 * @param epoch the try
	 * @param renditions the watermarked files
	 * @param colours its colours
	 * @param placeholder a ThumbHash in base64
	 * @param fingerprint for similarity
	 * @param width pixels of the original
	 * @param height pixels of the original
	 */
	record PublicRenditionsGenerated(String photoId, int epoch, List<Rendition> renditions, List<Colour> colours,
			String placeholder, String fingerprint, int width, int height) implements Reply {

		PublicRenditions made() {
			return new PublicRenditions(this.renditions, this.colours, this.placeholder, this.fingerprint, this.width,
					this.height);
		}

	}

	/**
	 * {@code sale-sizes-generated}.
	 *
	 * @param photoId which photo
	 * @param epoch the try
	 * @param sizes the purchasable files
	 */
	record SaleSizesGenerated(String photoId, int epoch, List<Rendition> sizes) implements Reply {
	}

	/**
	 * {@code rendition-failed}.
	 *
	 * @param photoId which photo
	 * @param epoch the try
	 * @param kind {@code public} or {@code sale}
	 * @param permanent whether trying again cannot help
	 * @param code what is wrong, for programs
	 * @param reason what is wrong, for people
	 */
	record RenditionFailed(String photoId, int epoch, String kind, boolean permanent, String code,
			String reason) implements Reply {
	}

	/**
	 * {@code renditions-discarded}.
	 *
	 * @param photoId which photo
	 * @param epoch the try
	 */
	record RenditionsDiscarded(String photoId, int epoch) implements Reply {
	}

	/**
	 * {@code photo-listed}: the pivot.
	 *
	 * @param photoId which photo
	 * @param epoch the try
	 */
	record PhotoListed(String photoId, int epoch) implements Reply {
	}

	/**
	 * {@code photo-withdrawn}.
	 *
	 * @param photoId which photo
	 * @param epoch the try; 0 if its contributor withdrew it
	 */
	record PhotoWithdrawn(String photoId, int epoch) implements Reply {
	}

	/**
	 * The original is in the archive.
	 *
	 * @param photoId which photo
	 * @param epoch the try
	 * @param archived where
	 */
	record OriginalArchived(String photoId, int epoch, ArchivedOriginal archived) implements Reply {
	}

	/**
	 * A step's deadline has passed.
	 *
	 * @param photoId which photo
	 * @param state the step
	 * @param epoch the try
	 */
	record StepTimedOut(String photoId, PublicationState state, int epoch) implements Reply {
	}

	/**
	 * The deadline of the renditions has passed, but so many photos were before this one
	 * that imaging cannot have come to it.
	 *
	 * @param photoId which photo
	 * @param epoch the try
	 * @param until when it must have had its turn
	 */
	record NotYetItsTurn(String photoId, int epoch, Instant until) implements Reply {
	}

	/**
	 * A person asks for the current step to be tried again now.
	 *
	 * @param photoId which photo
	 * @param by who asks
	 */
	record RetryAsked(String photoId, String by) implements SagaMessage {
	}

	/**
	 * An order of the saga to its own service was carried out by nobody: the step is
	 * over.
	 *
	 * @param photoId which photo
	 * @param epoch the try
	 */
	record LateOrder(String photoId, int epoch) implements Reply {
	}

}
