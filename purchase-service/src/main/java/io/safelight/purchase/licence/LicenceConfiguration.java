package io.safelight.purchase.licence;

import io.safelight.messaging.store.Store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires licences.
 */
@Configuration(proxyBeanMethods = false)
class LicenceConfiguration {

	@Bean
	Licences licences(Store store) {
		return new Licences(store);
	}

}
