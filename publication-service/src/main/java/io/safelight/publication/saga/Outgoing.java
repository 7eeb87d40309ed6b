package io.safelight.publication.saga;

import java.time.Instant;
import java.util.List;

/**
 * What the saga says to others, as it is written to the wire.
 */
public sealed interface Outgoing {

	String photoId();

	/** The type on the wire. */
	String type();

	/** An order to somebody. */
	sealed interface Command extends Outgoing {

		int epoch();

	}

	/** Something that has happened. */
	sealed interface Event extends Outgoing {

		String contributorId();

	}

	/**
	 * To this service: look at the picture.
	 *
	 * @param photoId which photo
	 * @param epoch the try
	 */
	record AnalysePhoto(String photoId, int epoch) implements Command {

		@Override
		public String type() {
			return "analyse-photo.v1";
		}

	}

	/**
	 * To imaging: make what may be shown.
	 *
	 * @param photoId which photo
	 * @param epoch the try
	 * @param source the original
	 */
	record GeneratePublicRenditions(String photoId, int epoch, OriginalFile source) implements Command {

		@Override
		public String type() {
			return "generate-public-renditions.v1";
		}

	}

	/**
	 * To imaging: make what may be bought.
	 *
	 * @param photoId which photo
	 * @param epoch the try
	 * @param source the original
	 */
	record GenerateSaleSizes(String photoId, int epoch, OriginalFile source) implements Command {

		@Override
		public String type() {
			return "generate-sale-sizes.v1";
		}

	}

	/**
	 * To the catalogue: put it on sale.
	 *
	 * @param photoId which photo
	 * @param epoch the try
	 * @param contributorId whose
	 * @param title what it is called
	 * @param keywords the photographer's words
	 * @param labels what is seen in it
	 * @param colours its colours
	 * @param width pixels of the original
	 * @param height pixels of the original
	 * @param placeholder a ThumbHash in base64
	 * @param fingerprint for similarity
	 * @param renditions the watermarked files
	 * @param saleSizes the purchasable files
	 */
	record ListPhoto(String photoId, int epoch, String contributorId, String title, List<String> keywords,
			List<Label> labels, List<Colour> colours, int width, int height, String placeholder, String fingerprint,
			List<Rendition> renditions, List<Rendition> saleSizes) implements Command {

		@Override
		public String type() {
			return "list-photo.v1";
		}

	}

	/**
	 * To this service: move the original to the archive.
	 *
	 * @param photoId which photo
	 * @param epoch the try
	 */
	record ArchiveOriginal(String photoId, int epoch) implements Command {

		@Override
		public String type() {
			return "archive-original.v1";
		}

	}

	/**
	 * To the catalogue: take it off sale.
	 *
	 * @param photoId which photo
	 * @param epoch the try
	 * @param reason why
	 */
	record WithdrawPhoto(String photoId, int epoch, String reason) implements Command {

		@Override
		public String type() {
			return "withdraw-photo.v1";
		}

	}

	/**
	 * To imaging: delete what was made.
	 *
	 * @param photoId which photo
	 * @param epoch the try
	 */
	record DiscardRenditions(String photoId, int epoch) implements Command {

		@Override
		public String type() {
			return "discard-renditions.v1";
		}

	}

	/**
	 * The picture was looked at.
	 *
	 * @param photoId which photo
	 * @param contributorId whose
	 * @param labels what is seen in it
	 * @param labelsEvaluated whether anybody looked for that at all
	 * @param moderationEvaluated whether anybody looked for what speaks against it
	 * @param policyVersion the version of the rules that it was judged by
	 */
	record PhotoAnalysed(String photoId, String contributorId, List<Label> labels, boolean labelsEvaluated,
			boolean moderationEvaluated, int policyVersion) implements Event {

		@Override
		public String type() {
			return "photo-analysed.v1";
		}

	}

	/**
	 * A person has to decide.
	 *
	 * @param photoId which photo
	 * @param contributorId whose
	 * @param fileName its name at home
	 * @param risk how much speaks against it, 0 to 100
	 * @param why why a person is asked
	 */
	record ModerationRequested(String photoId, String contributorId, String fileName, int risk,
			String why) implements Event {

		@Override
		public String type() {
			return "moderation-requested.v1";
		}

	}

	/**
	 * It was refused.
	 *
	 * @param photoId which photo
	 * @param contributorId whose
	 * @param fileName its name at home
	 * @param reasons why, at least one
	 */
	record PhotoRejected(String photoId, String contributorId, String fileName, List<Reason> reasons) implements Event {

		@Override
		public String type() {
			return "photo-rejected.v1";
		}

	}

	/**
	 * Everything is in place.
	 *
	 * @param photoId which photo
	 * @param contributorId whose
	 * @param fileName its name at home
	 * @param title what it is called
	 * @param publishedAt when
	 * @param original where the original is kept
	 */
	record PhotoPublished(String photoId, String contributorId, String fileName, String title, Instant publishedAt,
			ArchivedOriginal original) implements Event {

		@Override
		public String type() {
			return "photo-published.v1";
		}

	}

	/**
	 * It was given up, and everything was undone.
	 *
	 * @param photoId which photo
	 * @param contributorId whose
	 * @param fileName its name at home
	 * @param reason what failed
	 */
	record PublicationFailed(String photoId, String contributorId, String fileName, String reason) implements Event {

		@Override
		public String type() {
			return "publication-failed.v1";
		}

	}

}
