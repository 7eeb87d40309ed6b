package io.safelight.notification.mail;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/**
 * {@link Mailer} through Amazon SES. Thread-safe.
 */
final class SesMailer implements Mailer {

	private final SesV2Client ses;

	private final String sender;

	/**
	 * A mailer.
	 * @param ses a client that does not retry by itself: SES has no token by which it
	 * would recognise a mail
	 * @param sender who mails are from
	 */
	SesMailer(SesV2Client ses, String sender) {
		this.ses = ses;
		this.sender = sender;
	}

	/**
	 * SES's texts may quote the address, so only the kind of refusal is passed on.
	 */
	@Override
	public Answer send(String address, Draft draft) {
		try {
			return new Answer.Accepted(this.ses.sendEmail(request(address, draft)).messageId());
		}
		catch (BadRequestException ex) {
			return new Answer.Refused("The address or the mail was refused as invalid.");
		}
		catch (MessageRejectedException ex) {
			return new Answer.Refused("The mail was rejected.");
		}
		catch (SdkException ex) {
			return new Answer.Unavailable("The mail service did not take it: " + ex.getClass().getSimpleName() + ".");
		}
	}

	private SendEmailRequest request(String address, Draft draft) {
		return SendEmailRequest.builder()
			.fromEmailAddress(this.sender)
			.destination((destination) -> destination.toAddresses(address))
			.content((content) -> content.simple((simple) -> simple.subject(utf8(draft.subject()))
				.body((body) -> body.text(utf8(draft.text())).html(utf8(draft.html())))))
			.build();
	}

	private static Content utf8(String text) {
		return Content.builder().charset("UTF-8").data(text).build();
	}

}
