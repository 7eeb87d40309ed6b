package io.safelight.gateway.site;

import java.time.Duration;
import java.util.List;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/**
 * Files whose names change with their content are kept by browsers for good, and were
 * compressed when they were built.
 */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration implements WebMvcConfigurer {

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		EncodedResourceResolver compressed = new EncodedResourceResolver();
		// Every browser of today takes it. It takes gzip too, names that first, and would
		// be given it; for whoever
		// knows nothing else files are compressed while they are sent.
		compressed.setContentCodings(List.of("br"));
		registry.addResourceHandler("/assets/**")
			.addResourceLocations("classpath:/META-INF/resources/assets/")
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.resourceChain(true)
			.addResolver(compressed);
		// Every page has it, in its tab.
		registry.addResourceHandler("/icon.svg")
			.addResourceLocations("classpath:/META-INF/resources/")
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
	}

}
