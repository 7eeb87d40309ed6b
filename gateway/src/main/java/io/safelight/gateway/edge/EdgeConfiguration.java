package io.safelight.gateway.edge;

import java.time.Clock;
import java.util.List;

import jakarta.servlet.Filter;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The filters of the entrance, in their order: the trace (service-starter's), the
 * request's id, security headers, bodies, the token check (service-starter's), rates.
 */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

	@Bean
	FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
		return ordered(new RequestIdFilter(), Ordered.HIGHEST_PRECEDENCE + 1);
	}

	@Bean
	FilterRegistrationBean<UntouchedBodyFilter> untouchedBody() {
		return ordered(new UntouchedBodyFilter(), Ordered.HIGHEST_PRECEDENCE + 3);
	}

	/**
	 * What the token check's own writers do not write. Each of these only adds what a
	 * service has not said itself.
	 */
	@Bean
	FilterRegistrationBean<HeaderWriterFilter> securityHeaders(EdgeProperties properties) {
		return ordered(
				new HeaderWriterFilter(
						List.of(new ContentSecurityPolicyHeaderWriter(properties.contentSecurityPolicy()),
								new ReferrerPolicyHeaderWriter(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN),
								new PermissionsPolicyHeaderWriter("camera=(), geolocation=(), microphone=()"))),
				Ordered.HIGHEST_PRECEDENCE + 2);
	}

	@Bean
	FilterRegistrationBean<RateLimitFilter> rateLimit(EdgeProperties properties, Clock clock, JsonMapper json) {
		return ordered(new RateLimitFilter(properties.rate(), clock, json),
				SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
	}

	private static <T extends Filter> FilterRegistrationBean<T> ordered(T filter, int order) {
		FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(order);
		return registration;
	}

}
