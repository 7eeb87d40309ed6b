package io.safelight.service;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Every error of every service in the one shape of RFC 9457, with a {@code code} for
 * programs.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(Problems.class);

	@Override
	protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		List<Map<String, String>> errors = ex.getFieldErrors()
			.stream()
			.map((error) -> Map.of("path", error.getField(), "message", String.valueOf(error.getDefaultMessage())))
			.toList();
		ProblemDetail problem = ProblemException.problem(HttpStatus.BAD_REQUEST, "invalid-request",
				"Some fields are not as they must be: mend those named in 'errors'.");
		problem.setProperty("errors", errors);
		return ResponseEntity.badRequest().headers(headers).body(problem);
	}

	@Override
	protected ResponseEntity<Object> handleHandlerMethodValidationException(HandlerMethodValidationException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		List<Map<String, String>> errors = ex.getParameterValidationResults()
			.stream()
			.flatMap((result) -> result.getResolvableErrors()
				.stream()
				.map((error) -> Map.of("path", String.valueOf(result.getMethodParameter().getParameterName()),
						"message", String.valueOf(error.getDefaultMessage()))))
			.toList();
		ProblemDetail problem = ProblemException.problem(HttpStatus.BAD_REQUEST, "invalid-request",
				"Some parameters are not as they must be: mend those named in 'errors'.");
		problem.setProperty("errors", errors);
		return ResponseEntity.badRequest().headers(headers).body(problem);
	}

	@Override
	protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return ResponseEntity.badRequest()
			.headers(headers)
			.body(ProblemException.problem(HttpStatus.BAD_REQUEST, "unreadable-body",
					"The body could not be read: send JSON with the fields that the API's documentation names."));
	}

	/** Gives Spring's own problems our code; those that have one keep it. */
	@Override
	protected ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body, HttpHeaders headers,
			HttpStatusCode statusCode, WebRequest request) {
		ResponseEntity<Object> response = super.handleExceptionInternal(ex, body, headers, statusCode, request);
		if (response != null && response.getBody() instanceof ProblemDetail problem && hasNoCode(problem)) {
			String code = codeOf(statusCode);
			problem.setType(java.net.URI.create("urn:safelight:problem:" + code));
			problem.setProperty("code", code);
		}
		return (response != null) ? response : ResponseEntity.status(statusCode).build();
	}

	private static boolean hasNoCode(ProblemDetail problem) {
		return problem.getProperties() == null || !problem.getProperties().containsKey("code");
	}

	private static String codeOf(HttpStatusCode status) {
		HttpStatus known = HttpStatus.resolve(status.value());
		return (known != null) ? known.name().toLowerCase(Locale.ROOT).replace('_', '-') : "error";
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> invalidArgument(IllegalArgumentException ex) {
		return answer(HttpStatus.BAD_REQUEST, "invalid-request", String.valueOf(ex.getMessage()));
	}

	/** Left to the security filters, which know whether somebody is signed in. */
	@ExceptionHandler({ AccessDeniedException.class, AuthenticationException.class })
	ResponseEntity<ProblemDetail> denied(RuntimeException ex) {
		throw ex;
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> unexpected(Exception ex, WebRequest request) {
		log.error("Unexpected error at {}", request.getDescription(false), ex);
		return answer(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected-error",
				"Something went wrong on our side. It was logged; try again in a while.");
	}

	private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String code, String detail) {
		return ResponseEntity.status(status).body(ProblemException.problem(status, code, detail));
	}

}
