package io.safelight.purchase.erasure;

import java.time.Clock;

import io.safelight.messaging.Committer;
import io.safelight.messaging.audit.AuditTrail;
import io.safelight.messaging.store.Store;
import io.safelight.purchase.buyer.Erasures;
import io.safelight.purchase.copy.UserKeys;
import io.safelight.purchase.licence.Licences;
import io.safelight.purchase.order.ForgetOrders;
import io.safelight.purchase.revocation.RevokeLicence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires erasures.
 */
@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

	@Bean
	Erasures erasures(Store store) {
		return new Erasures(store);
	}

	@Bean
	EraseBuyer eraseBuyer(Erasures erasures, UserKeys keys, Licences licences, RevokeLicence revoke,
			ForgetOrders orders, Committer committer, AuditTrail trail, Clock clock) {
		return new EraseBuyer(erasures, keys, licences, revoke, orders, committer, trail, clock);
	}

}
