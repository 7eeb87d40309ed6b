package io.safelight.cloud.ses;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.safelight.cloud.AwsService;
import io.safelight.cloud.Call;
import io.safelight.cloud.Protocol;
import io.safelight.cloud.Request;
import io.safelight.cloud.Response;
import io.safelight.cloud.StateStore;
import io.safelight.cloud.Usage;
import tools.jackson.databind.json.JsonMapper;

/**
 * SES on the wire, versions 1 and 2, and the view on the mails it took.
 */
final class SesEndpoint implements AwsService {

	private static final int LIMIT = 1000;

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final Mails mails;

	private final SesV1 version1;

	private final SesV2 version2;

	SesEndpoint(StateStore state, Clock clock) {
		this.mails = new Mails(state.map("ses.mails", Mails.Stored.class), clock, LIMIT);
		this.version1 = new SesV1(this.mails);
		this.version2 = new SesV2(this.mails);
	}

	@Override
	public Set<String> signingNames() {
		return Set.of("ses", "email");
	}

	@Override
	public Protocol protocol(Request request) {
		return isVersion2(request) ? Protocol.REST_JSON : Protocol.QUERY;
	}

	@Override
	public Response handle(Request request) {
		return isVersion2(request) ? this.version2.handle(request) : this.version1.handle(request);
	}

	/**
	 * Shows the mails: {@code …/mails} as JSON, {@code …/mails.html} as a page, both with
	 * {@code ?to=address} for the mails of one recipient.
	 */
	@Override
	public Response handleUnsigned(Request request) {
		List<Mail> wanted = wanted(request.parameter("to"));
		if (request.path().endsWith("/mails")) {
			return Response.json(200, MAPPER.writeValueAsString(wanted));
		}
		if (request.path().endsWith("/mails.html")) {
			return Response.of(200, "text/html; charset=utf-8", MailPage.of(wanted))
				.with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
		}
		return AwsService.super.handleUnsigned(request);
	}

	@Override
	public Call call(Request request, Response response) {
		return new Call("SendEmail", "", Usage.of("ses.mail", 1));
	}

	private List<Mail> wanted(Optional<String> recipient) {
		return this.mails.find((mail) -> recipient.isEmpty() || mail.reaches(recipient.get()));
	}

	private static boolean isVersion2(Request request) {
		return request.path().startsWith("/v2/");
	}

}
