package io.safelight.gateway.site;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Whoever mistypes an address in a browser is told so by the site, and not in JSON. The
 * status stays 404, and programs get the problem that they can read.
 */
@Component
class UnknownPages implements HandlerExceptionResolver, Ordered {

	/** What belongs to programs, to services and to files. */
	private static final Pattern NO_PAGE = Pattern
		.compile("/(api|media|d|docs|assets|actuator|status|v3|swagger-ui|webjars)(/.*)?|.*\\.[^/]*");

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception failure) {
		if (failure instanceof NoResourceFoundException && isNavigation(request)) {
			return new ModelAndView("forward:/index.html", HttpStatus.NOT_FOUND);
		}
		return null;
	}

	private static boolean isNavigation(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)
				&& HttpMethod.GET.matches(request.getMethod()) && !NO_PAGE.matcher(request.getRequestURI()).matches();
	}

}
