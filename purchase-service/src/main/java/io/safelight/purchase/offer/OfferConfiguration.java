package io.safelight.purchase.offer;

import io.safelight.messaging.store.Store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires offers.
 */
@Configuration(proxyBeanMethods = false)
class OfferConfiguration {

	@Bean
	Offers offers(Store store) {
		return new Offers(store);
	}

	@Bean
	OfferProjection offerProjection(Offers offers) {
		return new OfferProjection(offers);
	}

}
