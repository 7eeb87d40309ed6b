package io.safelight.purchase.order;

import java.time.Clock;

import io.safelight.messaging.Committer;
import io.safelight.messaging.store.Store;
import io.safelight.purchase.licence.CopyDeadlines;
import io.safelight.purchase.licence.Licences;
import io.safelight.purchase.money.Ledger;
import io.safelight.purchase.offer.Offers;
import io.safelight.purchase.payment.Payments;
import io.safelight.purchase.payment.SandboxPayments;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires selling.
 */
@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Payments payments(Store store, Clock clock) {
		return new SandboxPayments(store, clock);
	}

	@Bean
	Orders orders(Store store) {
		return new Orders(store);
	}

	@Bean
	SettleOrder settleOrder(Orders orders, Licences licences, Payments payments, Committer committer, Clock clock,
			OrderProperties properties, CopyDeadlines deadlines) {
		return new SettleOrder(orders, licences, payments, new Ledger(properties.contributorPercent()), committer,
				clock, deadlines.copyPatience());
	}

	@Bean
	PlaceOrder placeOrder(Orders orders, Offers offers, Licences licences, SettleOrder settle, Committer committer,
			Clock clock) {
		return new PlaceOrder(orders, new Quotes(offers, licences), settle, committer, clock);
	}

	@Bean
	UnfinishedOrders unfinishedOrders(Orders orders, SettleOrder settle, Clock clock) {
		return new UnfinishedOrders(orders, settle, clock);
	}

}
