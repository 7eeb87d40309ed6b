package io.safelight.purchase.link;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.coyote.CloseNowException;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Breaks the connection off when a body that has begun cannot be finished. Returning
 * normally would look like an end, and an error page would be taken for the rest of the
 * picture; an exception that leaves the last filter makes the server close the
 * connection.
 */
class BreakOffFilter extends OncePerRequestFilter {

	private static final String BROKEN = BreakOffFilter.class.getName();

	static void breakOff(HttpServletRequest request) {
		request.setAttribute(BROKEN, true);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, response);
		if (request.getAttribute(BROKEN) != null) {
			throw new CloseNowException("The rest of the file cannot be sent");
		}
	}

}
