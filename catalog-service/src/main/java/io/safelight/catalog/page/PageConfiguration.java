package io.safelight.catalog.page;

import java.time.Clock;

import io.safelight.messaging.Committer;
import io.safelight.messaging.audit.AuditTrail;
import io.safelight.messaging.store.Store;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires the pages.
 */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

	@Bean
	Pages pages(Store store) {
		return new Pages(store);
	}

	@Bean
	PageContents pageContents(S3Client s3) {
		return new PageContents(s3);
	}

	@Bean
	ComposePage composePage(Pages pages, PageContents contents, Committer committer, AuditTrail trail, Clock clock) {
		return new ComposePage(pages, contents, committer, trail, clock);
	}

}
