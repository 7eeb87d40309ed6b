package io.safelight.gateway.route;

import io.safelight.service.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Says as a problem which service gave no answer, and what to do.
 */
final class ServiceFailures implements HandlerFilterFunction<ServerResponse, ServerResponse> {

	private static final Logger log = LoggerFactory.getLogger(ServiceFailures.class);

	/** Seconds: about as long as a service takes to start. */
	private static final String RETRY_AFTER = "5";

	private final String service;

	ServiceFailures(String service) {
		this.service = service;
	}

	@Override
	public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
		try {
			return next.handle(request);
		}
		catch (UpstreamException ex) {
			log.warn("{}-service: {}", this.service, ex.getMessage());
			return answer(problem(ex.kind()));
		}
	}

	private ProblemException problem(UpstreamException.Kind kind) {
		return switch (kind) {
			case DOWN -> new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "service-down", "The " + this.service
					+ "-service does not run at the moment; your request had no effect. Try again in a few seconds; "
					+ "/status tells which services run.");
			case SILENT -> new ProblemException(HttpStatus.GATEWAY_TIMEOUT, "service-silent", "The " + this.service
					+ "-service did not answer in time. Your request may have had an effect: look before you repeat it.");
			case BROKEN -> new ProblemException(HttpStatus.BAD_GATEWAY, "service-broken", "The connection to the "
					+ this.service + "-service broke. Your request may have had an effect: look before you repeat it.");
		};
	}

	private ServerResponse answer(ProblemException problem) {
		return ServerResponse.status(problem.getStatusCode())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
			.body(problem.with("service", this.service).getBody());
	}

}
