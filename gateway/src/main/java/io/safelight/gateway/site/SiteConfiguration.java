package io.safelight.gateway.site;

import java.time.Duration;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Files whose names change with their content are kept by browsers for good.
 */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration implements WebMvcConfigurer {

	@Bean
	FilterRegistrationBean<UnknownPageFilter> unknownPages() {
		FilterRegistrationBean<UnknownPageFilter> registration = new FilterRegistrationBean<>(new UnknownPageFilter());
		// After the token check and the rates: nobody gets round them.
		registration.setOrder(Ordered.LOWEST_PRECEDENCE);
		return registration;
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/assets/**")
			.addResourceLocations("classpath:/META-INF/resources/assets/")
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
	}

}
