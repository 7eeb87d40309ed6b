package io.safelight.publication.saga;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a photo is not taken, as data: programs read the code, photographers the sentence
 * and what they can do. The wire name is the constant in kebab-case and never changes.
 */
public enum RejectionCode {

	/** The file ends early. */
	TRUNCATED_FILE("The file ends in the middle of the picture.", "Export the photo again and upload the new file."),
	/** The file cannot be decoded. */
	UNREADABLE_FILE("The file is damaged: the picture in it cannot be read.",
			"Open it in your photo software, export it again as JPEG and upload the new file."),
	/** No kind of picture that is sold here. */
	UNSUPPORTED_TYPE("The file is no picture of a kind that is taken here.",
			"Export the photo as JPEG, PNG, TIFF or WebP and upload that file."),
	/** More than 100 megapixels. */
	TOO_MANY_PIXELS("The picture has more than 100 megapixels.",
			"Export it with at most 100 megapixels and upload the new file."),
	/** An animation or a document. */
	SEVERAL_PICTURES("The file holds more than one picture.",
			"Export the one that you want to sell as a file of its own."),
	/** The object is not what was uploaded. */
	CHECKSUM_DIFFERS("The file that arrived is not the one that you sent.", "Upload it again."),
	/** Not allowed by the rules. */
	CONTENT_NOT_ALLOWED("The picture shows something that may not be sold here.",
			"Choose another picture. If you think that this is a mistake, write to the moderators."),
	/** A moderator's judgement without a more special code. */
	DECLINED("A moderator did not take the picture.", "Choose another picture, or ask the moderators what to change."),
	/** Out of focus or shaken. */
	NOT_SHARP("The main subject is not sharp.", "Choose a sharp frame of the same scene."),
	/** Noise or artefacts. */
	POOR_QUALITY("The picture is too noisy or too strongly compressed.",
			"Export it again from the camera's original with less compression."),
	/** Badly exposed. */
	BAD_EXPOSURE("The picture is much too dark or much too bright.", "Correct the exposure and upload the new file."),
	/** A logo or another protected sign. */
	TRADEMARK_VISIBLE("A logo or another protected sign can be seen.",
			"Remove it from the picture and upload the new file."),
	/** A person without consent. */
	RELEASE_MISSING("A person can be recognised, and there is no release.",
			"Send a release of the person, or choose a picture in which nobody can be recognised.");

	private final String message;

	private final String repair;

	RejectionCode(String message, String repair) {
		this.message = message;
		this.repair = repair;
	}

	public String wireName() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public String message() {
		return this.message;
	}

	public String repair() {
		return this.repair;
	}

	/** The code of this wire name. */
	public static Optional<RejectionCode> of(String wireName) {
		return Arrays.stream(values()).filter((code) -> code.wireName().equals(wireName)).findFirst();
	}

	/**
	 * The code for what imaging found wrong with a file. Empty if the file is not at
	 * fault.
	 */
	static Optional<RejectionCode> ofFault(String imagingCode) {
		return switch (imagingCode) {
			case "damaged-file" -> Optional.of(UNREADABLE_FILE);
			case "too-large" -> Optional.of(TOO_MANY_PIXELS);
			default -> of(imagingCode);
		};
	}

}
