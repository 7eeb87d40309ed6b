package io.safelight.gateway.route;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Closes the caller's connection where an answer was cut short. An exception that
 * Spring's resolvers see would be turned into a problem in the middle of the body, and
 * the answer would end as if it were complete.
 */
final class BreakOffFilter extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(BreakOffFilter.class);

	private static final String CAUSE = BreakOffFilter.class.getName();

	/** The answer to this request will not be complete. */
	static void breakOff(HttpServletRequest request, IOException cause) {
		request.setAttribute(CAUSE, cause);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, response);
		if (request.getAttribute(CAUSE) instanceof IOException cause) {
			log.info("Broke off {} {}: {}", request.getMethod(), request.getRequestURI(), cause.toString());
			// The container closes only what has begun; before that it would answer 500.
			response.flushBuffer();
			throw new CloseNowException("An answer was cut short", cause);
		}
	}

}
