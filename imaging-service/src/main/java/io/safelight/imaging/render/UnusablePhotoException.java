package io.safelight.imaging.render;

/**
 * The original itself is at fault: trying again cannot help. The message is one sentence
 * for the photographer, saying what is wrong and, where possible, what to do.
 */
public final class UnusablePhotoException extends Exception {

	private final Reason reason;

	public UnusablePhotoException(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	public UnusablePhotoException(Reason reason, String message, Throwable cause) {
		super(message, cause);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/** What is wrong, as data; the code is part of the messages' contract. */
	public enum Reason {

		/** The bytes are no JPEG, PNG, TIFF or WebP picture. */
		UNSUPPORTED_TYPE("unsupported-type"),
		/** The file ends before the picture does. */
		TRUNCATED("truncated-file"),
		/** The picture's data contradict themselves. */
		DAMAGED("damaged-file"),
		/** More bytes, pixels or pixels a side than are accepted. */
		TOO_LARGE("too-large"),
		/** An animation or a document of several pages. */
		SEVERAL_PICTURES("several-pictures"),
		/** It was the death of those who tried to decode it. */
		UNPROCESSABLE("unprocessable-file");

		private final String code;

		Reason(String code) {
			this.code = code;
		}

		/** The name in messages, such as {@code truncated-file}. */
		public String code() {
			return this.code;
		}

	}

}
