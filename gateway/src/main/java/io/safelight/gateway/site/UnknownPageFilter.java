package io.safelight.gateway.site;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Whoever mistypes an address in a browser is told so by the site, and not in JSON. The
 * status stays 404, and programs get the problem that they can read.
 */
class UnknownPageFilter extends OncePerRequestFilter {

	/** What belongs to programs, to services and to files. */
	private static final Pattern NO_PAGE = Pattern
		.compile("/(api|media|d|docs|assets|actuator|status|v3|swagger-ui|webjars)(/.*)?|.*\\.[^/]*");

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return accept == null || !accept.contains(MediaType.TEXT_HTML_VALUE)
				|| !HttpMethod.GET.matches(request.getMethod()) || NO_PAGE.matcher(request.getRequestURI()).matches();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
		chain.doFilter(request, answer);
		if (answer.getStatus() == HttpStatus.NOT_FOUND.value()) {
			request.getRequestDispatcher("/index.html").forward(request, response);
		}
		else {
			answer.copyBodyToResponse();
		}
	}

}
