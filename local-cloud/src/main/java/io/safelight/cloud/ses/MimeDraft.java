package io.safelight.cloud.ses;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mail that was given as MIME. Attachments are left out.
 */
final class MimeDraft {

	private static final int DEPTH_LIMIT = 20;

	private @Nullable String text;

	private @Nullable String html;

	private MimeDraft() {
	}

	/**
	 * Reads a message.
	 * @param bytes the message with its headers
	 * @return the draft it describes
	 * @throws RefusedMailException when it cannot be read
	 */
	static Draft read(byte[] bytes) {
		try {
			MimeMessage message = new MimeMessage(Session.getInstance(new Properties()),
					new ByteArrayInputStream(bytes));
			MimeDraft bodies = new MimeDraft();
			bodies.collect(message, 0);
			List<String> from = texts(message.getFrom());
			return new Draft(from.isEmpty() ? null : from.getFirst(), recipients(message, Message.RecipientType.TO),
					recipients(message, Message.RecipientType.CC), recipients(message, Message.RecipientType.BCC),
					replyTo(message), message.getSubject(), bodies.text, bodies.html);
		}
		catch (MessagingException | IOException ex) {
			throw new RefusedMailException("The raw message cannot be read: " + ex.getMessage());
		}
	}

	private void collect(Part part, int depth) throws MessagingException, IOException {
		if (depth > DEPTH_LIMIT) {
			throw new MessagingException("parts are nested too deeply");
		}
		if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				collect(parts.getBodyPart(i), depth + 1);
			}
		}
		else if (!Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
			keep(part);
		}
	}

	private void keep(Part part) throws MessagingException, IOException {
		if (part.isMimeType("text/plain") && this.text == null) {
			this.text = String.valueOf(part.getContent());
		}
		else if (part.isMimeType("text/html") && this.html == null) {
			this.html = String.valueOf(part.getContent());
		}
	}

	private static List<String> recipients(Message message, Message.RecipientType type) throws MessagingException {
		return texts(message.getRecipients(type));
	}

	// getReplyTo() answers the sender when there is no such header.
	private static List<String> replyTo(MimeMessage message) throws MessagingException {
		return (message.getHeader("Reply-To") != null) ? texts(message.getReplyTo()) : List.of();
	}

	private static List<String> texts(Address @Nullable [] addresses) {
		return (addresses == null) ? List.of() : Arrays.stream(addresses).map(MimeDraft::readable).toList();
	}

	private static String readable(Address address) {
		return (address instanceof InternetAddress internet) ? internet.toUnicodeString() : address.toString();
	}

}
