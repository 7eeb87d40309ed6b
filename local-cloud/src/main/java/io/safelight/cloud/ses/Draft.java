package io.safelight.cloud.ses;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A mail as somebody asks to send it, not yet judged.
 *
 * @param from the sender
 * @param to the recipients
 * @param cc those who get a copy
 * @param bcc those who get a copy unseen by the others
 * @param replyTo where answers go
 * @param subject the subject
 * @param text the body as text, if it has one
 * @param html the body as HTML, if it has one
 */
record Draft(@Nullable String from, List<String> to, List<String> cc, List<String> bcc, List<String> replyTo,
		@Nullable String subject, @Nullable String text, @Nullable String html) {

	private static final int RECIPIENT_LIMIT = 50;

	/**
	 * Finds what SES would refuse.
	 * @throws RefusedMailException with the reason
	 */
	void check() {
		Addresses.check(this.from, "From");
		recipients().forEach((address) -> Addresses.check(address, "Destination"));
		this.replyTo.forEach((address) -> Addresses.check(address, "Reply-To"));
		long count = recipients().count();
		if (count == 0) {
			throw new RefusedMailException("The mail has no recipient.");
		}
		if (count > RECIPIENT_LIMIT) {
			throw new RefusedMailException("Recipient count exceeds " + RECIPIENT_LIMIT + ".");
		}
		if (this.subject == null) {
			throw new RefusedMailException("The mail has no subject.");
		}
		if (this.text == null && this.html == null) {
			throw new RefusedMailException("The mail has no body.");
		}
	}

	private Stream<String> recipients() {
		return Stream.of(this.to, this.cc, this.bcc).flatMap(List::stream);
	}

}
