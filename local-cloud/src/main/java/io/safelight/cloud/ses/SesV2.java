package io.safelight.cloud.ses;

import java.util.ArrayList;
import java.util.List;

import io.safelight.cloud.AwsError;
import io.safelight.cloud.Request;
import io.safelight.cloud.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * SES's API of version 2, which is REST with JSON.
 */
final class SesV2 {

	private static final String SEND = "/v2/email/outbound-emails";

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final Mails mails;

	SesV2(Mails mails) {
		this.mails = mails;
	}

	Response handle(Request request) {
		if (!request.method().equals("POST") || !request.path().equals(SEND)) {
			throw new AwsError(404, "NotFoundException",
					request.method() + " " + request.path() + " is not emulated by local-cloud.");
		}
		try {
			Mail mail = this.mails.accept(draft(MAPPER.readTree(request.text())));
			return Response.json(200, MAPPER.createObjectNode().put("MessageId", mail.id()).toString());
		}
		catch (RefusedMailException ex) {
			throw new AwsError(400, "BadRequestException", ex.reason());
		}
		catch (JacksonException ex) {
			throw new AwsError(400, "BadRequestException", "The body is not JSON.");
		}
	}

	private static Draft draft(JsonNode body) {
		JsonNode content = body.path("Content");
		if (content.hasNonNull("Raw")) {
			return raw(body, content.path("Raw").path("Data").asString(""));
		}
		if (content.hasNonNull("Template")) {
			throw new AwsError(404, "NotFoundException", "Templates are not emulated by local-cloud.");
		}
		if (!content.hasNonNull("Simple")) {
			throw new RefusedMailException("The mail has no content: give Simple or Raw.");
		}
		return simple(body, content.path("Simple"));
	}

	private static Draft simple(JsonNode body, JsonNode simple) {
		if (!simple.path("Attachments").isEmpty()) {
			throw new RefusedMailException("Attachments of simple mails are not emulated by local-cloud: send Raw.");
		}
		JsonNode destination = body.path("Destination");
		JsonNode parts = simple.path("Body");
		return new Draft(text(body.path("FromEmailAddress")), texts(destination.path("ToAddresses")),
				texts(destination.path("CcAddresses")), texts(destination.path("BccAddresses")),
				texts(body.path("ReplyToAddresses")), text(simple.path("Subject").path("Data")),
				text(parts.path("Text").path("Data")), text(parts.path("Html").path("Data")));
	}

	private static Draft raw(JsonNode body, String data) {
		Draft draft = MimeDraft.read(RawMessages.decode(data));
		String from = text(body.path("FromEmailAddress"));
		List<String> replyTo = texts(body.path("ReplyToAddresses"));
		JsonNode destination = body.path("Destination");
		boolean addressed = !destination.isMissingNode() && !destination.isEmpty();
		return new Draft((from != null) ? from : draft.from(),
				addressed ? texts(destination.path("ToAddresses")) : draft.to(),
				addressed ? texts(destination.path("CcAddresses")) : draft.cc(),
				addressed ? texts(destination.path("BccAddresses")) : draft.bcc(),
				replyTo.isEmpty() ? draft.replyTo() : replyTo, draft.subject(), draft.text(), draft.html());
	}

	private static @Nullable String text(JsonNode node) {
		return node.isString() ? node.stringValue() : null;
	}

	private static List<String> texts(JsonNode nodes) {
		List<String> texts = new ArrayList<>();
		nodes.values().forEach((node) -> texts.add(node.asString("")));
		return List.copyOf(texts);
	}

}
