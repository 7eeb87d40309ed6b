package io.safelight.cloud;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a request: who signed it, for which service, is the signature good;
 * then the service answers.
 */
final class Entrance extends Handler.Abstract {

	private static final Logger log = LoggerFactory.getLogger(Entrance.class);

	static final String UNSIGNED = "/_safelight/";

	private static final int LARGEST_BODY = 16 * 1024 * 1024;

	private final Map<String, AwsService> services;

	private final SignatureCheck signatures;

	private final CallLedger ledger;

	Entrance(List<AwsService> services, SignatureCheck signatures, CallLedger ledger) {
		this.services = new TreeMap<>();
		this.signatures = signatures;
		this.ledger = ledger;
		for (AwsService service : services) {
			service.signingNames().forEach((name) -> this.services.put(name, service));
		}
	}

	@Override
	public boolean handle(org.eclipse.jetty.server.Request http, org.eclipse.jetty.server.Response answer,
			Callback callback) {
		Request head = RequestHead.of(http);
		JettyExchange exchange = new JettyExchange(head, http, answer);
		try {
			respond(exchange);
			callback.succeeded();
		}
		catch (IOException | RuntimeException ex) {
			log.debug("Broken off: {} {}", head.method(), head.path(), ex);
			callback.failed(ex);
		}
		return true;
	}

	private void respond(JettyExchange exchange) throws IOException {
		Request head = exchange.head();
		Protocol protocol = head.path().startsWith(UNSIGNED) ? Protocol.REST_JSON : UnsignedRequest.protocol(head);
		try {
			if (head.path().startsWith(UNSIGNED)) {
				exchange.answer(look(exchange));
			}
			else if (Cors.isPreflight(head)) {
				exchange.answer(Cors.preflight(head));
			}
			else {
				Signature signature = Signature.of(head).orElseThrow(UnsignedRequest::refusal);
				AwsService service = service(signature.credential().service());
				protocol = service.protocol(head);
				respond(service, signature, exchange);
			}
		}
		catch (AwsError error) {
			exchange.answer(ErrorPage.of(error, protocol, head));
		}
		catch (RefusedBodyException ex) {
			exchange.answer(ErrorPage.of(ex.error(), protocol, head));
		}
		catch (RuntimeException ex) {
			log.warn("{} {} failed", head.method(), head.path(), ex);
			exchange.answer(ErrorPage.of(new AwsError(500, "InternalFailure", String.valueOf(ex)), protocol, head));
		}
	}

	private void respond(AwsService service, Signature signature, JettyExchange exchange) throws IOException {
		Request head = exchange.head();
		if (service instanceof StreamingService streaming && streaming.streams(head)) {
			PayloadCheck payload = this.signatures.check(head, exchange.rawPath(), signature);
			exchange.checked(payload, RequestHead.signed(head, signature.credential(), new byte[0]));
			stream(streaming, exchange);
		}
		else {
			Request request = RequestHead.signed(head, signature.credential(), exchange.read(LARGEST_BODY));
			PayloadCheck payload = this.signatures.check(request, exchange.rawPath(), signature);
			payload.checked(new ByteArrayInputStream(request.body()), request.body().length).readAllBytes();
			exchange.answer(handle(service, request));
		}
	}

	private void stream(StreamingService service, JettyExchange exchange) throws IOException {
		if (!this.ledger.isCounting()) {
			service.stream(exchange);
			return;
		}
		CountedExchange counted = new CountedExchange(exchange);
		try {
			service.stream(counted);
		}
		finally {
			count(service, counted.head(), counted.answered(), counted.bytesIn(), counted.bytesOut());
		}
	}

	private Response handle(AwsService service, Request request) {
		if (!this.ledger.isCounting()) {
			return service.handle(request);
		}
		try {
			Response response = service.handle(service.accountable(request));
			count(service, request, response, request.body().length, response.body().length);
			return response;
		}
		catch (AwsError error) {
			Response refusal = ErrorPage.of(error, service.protocol(request), request);
			count(service, request, refusal, request.body().length, refusal.body().length);
			throw error;
		}
	}

	private void count(AwsService service, Request request, Response response, long bytesIn, long bytesOut) {
		this.ledger.add(request, service.signingNames().stream().sorted().findFirst().orElseThrow(),
				service.call(request, response), response.status() >= 400, bytesIn, bytesOut);
	}

	private AwsService service(String name) {
		return Optional.ofNullable(this.services.get(name))
			.orElseThrow(() -> new AwsError(501, "NotImplemented", "There is no service '" + name
					+ "' in this account; there are " + String.join(", ", this.services.keySet()) + "."));
	}

	private Response look(JettyExchange exchange) throws IOException {
		Request head = exchange.head();
		String rest = head.path().substring(UNSIGNED.length());
		if ("health".equals(rest)) {
			return Health.of(this.services.keySet());
		}
		if (CallLedger.PATH.equals(rest)) {
			return this.ledger.answer(head);
		}
		byte[] body = exchange.read(LARGEST_BODY);
		return service(shower(rest)).handleUnsigned(new Request(head.id(), head.method(), head.path(), head.query(),
				head.headers(), body, "", head.region()));
	}

	// The mails are looked at so often that they have a short address.
	private static String shower(String rest) {
		if ("mails".equals(rest) || "mails.html".equals(rest)) {
			return "ses";
		}
		int slash = rest.indexOf('/');
		return (slash < 0) ? rest : rest.substring(0, slash);
	}

}
