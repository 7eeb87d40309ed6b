package io.safelight.service;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Says as a problem who is not let in, and why. Never repeats the token.
 */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final JsonMapper json;

	SecurityProblems(JsonMapper json) {
		this.json = json;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		if (ex instanceof AuthenticationServiceException) {
			write(response, HttpStatus.SERVICE_UNAVAILABLE, "identity-unavailable",
					"Your token cannot be checked now, as the identity provider does not answer. Try again in a while.");
		}
		else if (ex instanceof OAuth2AuthenticationException refused) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
			write(response, HttpStatus.UNAUTHORIZED, "invalid-token",
					"The token was refused: " + reason(refused) + " Sign in again for a new one.");
		}
		else {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
			write(response, HttpStatus.UNAUTHORIZED, "not-signed-in", "Sign in first: this needs a bearer token.");
		}
	}

	private static String reason(OAuth2AuthenticationException ex) {
		String description = ex.getError().getDescription();
		return (description != null && description.contains("expired")) ? "it has expired."
				: "it is not one of ours, or not meant for this service.";
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		write(response, HttpStatus.FORBIDDEN, "wrong-role", "Your account does not have the role that this needs.");
	}

	private void write(HttpServletResponse response, HttpStatus status, String code, String detail) throws IOException {
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(this.json.writeValueAsBytes(ProblemException.problem(status, code, detail)));
	}

}
