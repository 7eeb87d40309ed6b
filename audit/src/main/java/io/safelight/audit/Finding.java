package io.safelight.audit;

/**
 * A promise that is broken.
 *
 * @param kind in which way
 * @param rule the promise
 * @param subject whose it is, such as {@code photo 0f8f…}
 * @param detail what is wrong
 */
public record Finding(Kind kind, String rule, String subject, String detail) {

	/** How a promise can be broken. */
	public enum Kind {

		/** Something that was promised is not there. */
		LOST,

		/** Something took effect more than once. */
		DOUBLED,

		/** Something is there that nobody needs. */
		LEFT_OVER

	}

	@Override
	public String toString() {
		return this.rule + ": " + this.subject + ": " + this.detail;
	}

}
