package io.safelight.service;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A request that is answered with a problem (RFC 9457): what is wrong, and what to do.
 */
public class ProblemException extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	/**
	 * A problem.
	 * @param status the HTTP status
	 * @param code the kind of problem in kebab-case, for programs
	 * @param detail what is wrong here and what to do about it, for people; it must not
	 * repeat secrets
	 */
	public ProblemException(HttpStatus status, String code, String detail) {
		super(status, problem(status, code, detail), null);
	}

	/**
	 * Adds a member to the problem.
	 * @param name the member's name
	 * @param value anything that can be JSON
	 * @return this
	 */
	public ProblemException with(String name, @Nullable Object value) {
		getBody().setProperty(name, value);
		return this;
	}

	static ProblemDetail problem(HttpStatus status, String code, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("urn:safelight:problem:" + code));
		problem.setTitle(status.getReasonPhrase());
		problem.setProperty("code", code);
		return problem;
	}

}
