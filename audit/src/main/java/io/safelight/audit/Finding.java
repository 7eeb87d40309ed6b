package io.safelight.audit;

/**
 * A promise that is broken.
 *
 * @param rule the promise
 * @param subject whose it is, such as {@code photo 0f8f…}
 * @param detail what is wrong
 */
public record Finding(String rule, String subject, String detail) {

	@Override
	public String toString() {
		return this.rule + ": " + this.subject + ": " + this.detail;
	}

}
