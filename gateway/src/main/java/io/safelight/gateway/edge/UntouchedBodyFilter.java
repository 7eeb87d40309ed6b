package io.safelight.gateway.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Lets forms pass as they come. A servlet container reads a form's body as soon as
 * anybody asks for a parameter, and nothing is left to pass on: here parameters are those
 * of the query only.
 */
final class UntouchedBodyFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String type = request.getContentType();
		boolean form = type != null && type.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33);
		chain.doFilter(form ? new QueryOnly(request) : request, response);
	}

	private static final class QueryOnly extends HttpServletRequestWrapper {

		private final Map<String, String[]> parameters = new LinkedHashMap<>();

		QueryOnly(HttpServletRequest request) {
			super(request);
			UriComponentsBuilder.newInstance()
				.query(request.getQueryString())
				.build()
				.getQueryParams()
				.forEach((name, values) -> this.parameters.put(decoded(name),
						values.stream().map(QueryOnly::decoded).toArray(String[]::new)));
		}

		private static String decoded(@Nullable String text) {
			if (text == null) {
				return "";
			}
			try {
				return UriUtils.decode(text.replace('+', ' '), StandardCharsets.UTF_8);
			}
			catch (IllegalArgumentException ex) {
				return text;
			}
		}

		@Override
		public @Nullable String getParameter(String name) {
			String[] values = getParameterValues(name);
			return (values != null) ? values[0] : null;
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return this.parameters.get(name);
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.enumeration(List.copyOf(this.parameters.keySet()));
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Collections.unmodifiableMap(this.parameters);
		}

	}

}
