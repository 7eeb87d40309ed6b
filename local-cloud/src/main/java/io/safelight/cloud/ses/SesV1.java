package io.safelight.cloud.ses;

import java.util.List;
import java.util.stream.Stream;

import io.safelight.cloud.AwsError;
import io.safelight.cloud.Request;
import io.safelight.cloud.Response;

/**
 * SES's API of version 1, which is form-encoded with XML answers. Sending only.
 */
final class SesV1 {

	private final Mails mails;

	SesV1(Mails mails) {
		this.mails = mails;
	}

	Response handle(Request request) {
		Form form = Form.parse(request.text());
		String action = form.text("Action").orElse("");
		try {
			return switch (action) {
				case "SendEmail" -> answer(action, request.id(), this.mails.accept(simple(form)));
				case "SendRawEmail" -> answer(action, request.id(), this.mails.accept(raw(form)));
				default -> throw new AwsError(400, "InvalidAction",
						"The action " + action + " is not emulated by local-cloud.");
			};
		}
		catch (RefusedMailException ex) {
			throw new AwsError(400, "InvalidParameterValue", ex.reason());
		}
	}

	private static Draft simple(Form form) {
		return new Draft(form.text("Source").orElse(null), form.members("Destination.ToAddresses"),
				form.members("Destination.CcAddresses"), form.members("Destination.BccAddresses"),
				form.members("ReplyToAddresses"), form.text("Message.Subject.Data").orElse(null),
				form.text("Message.Body.Text.Data").orElse(null), form.text("Message.Body.Html.Data").orElse(null));
	}

	private static Draft raw(Form form) {
		Draft draft = MimeDraft.read(RawMessages.decode(form.text("RawMessage.Data").orElse("")));
		String from = form.text("Source").orElse(draft.from());
		List<String> destinations = form.members("Destinations");
		if (destinations.isEmpty()) {
			return new Draft(from, draft.to(), draft.cc(), draft.bcc(), draft.replyTo(), draft.subject(), draft.text(),
					draft.html());
		}
		List<String> unseen = destinations.stream()
			.filter((address) -> Stream.concat(draft.to().stream(), draft.cc().stream())
				.noneMatch((open) -> Addresses.bare(open).equalsIgnoreCase(Addresses.bare(address))))
			.toList();
		return new Draft(from, reached(draft.to(), destinations), reached(draft.cc(), destinations), unseen,
				draft.replyTo(), draft.subject(), draft.text(), draft.html());
	}

	// The envelope decides who gets the mail, whatever its headers say.
	private static List<String> reached(List<String> open, List<String> destinations) {
		return open.stream()
			.filter((address) -> destinations.stream()
				.anyMatch((other) -> Addresses.bare(other).equalsIgnoreCase(Addresses.bare(address))))
			.toList();
	}

	private static Response answer(String action, String requestId, Mail mail) {
		return Response.xml("""
				<%1$sResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><%1$sResult><MessageId>%2$s</MessageId>\
				</%1$sResult><ResponseMetadata><RequestId>%3$s</RequestId></ResponseMetadata></%1$sResponse>"""
			.formatted(action, mail.id(), requestId));
	}

}
