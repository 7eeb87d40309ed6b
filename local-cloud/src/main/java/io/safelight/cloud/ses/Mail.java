package io.safelight.cloud.ses;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A mail that was accepted.
 *
 * @param id the message id that the sender was told
 * @param from the sender
 * @param to the recipients
 * @param cc those who get a copy
 * @param bcc those who get a copy unseen by the others
 * @param replyTo where answers go
 * @param subject the subject
 * @param text the body as text, if it has one
 * @param html the body as HTML, if it has one
 * @param time when it was accepted
 */
record Mail(String id, String from, List<String> to, List<String> cc, List<String> bcc, List<String> replyTo,
		String subject, @Nullable String text, @Nullable String html, Instant time) {

	/**
	 * Whether somebody gets this mail, openly or not.
	 * @param address a bare address; capitals make no difference
	 */
	boolean reaches(String address) {
		return Stream.of(this.to, this.cc, this.bcc)
			.flatMap(List::stream)
			.anyMatch((recipient) -> Addresses.bare(recipient).equalsIgnoreCase(address));
	}

}
