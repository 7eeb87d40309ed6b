package io.safelight.purchase.order;

import java.time.Clock;

import io.safelight.messaging.Committer;
import io.safelight.messaging.store.Store;
import io.safelight.purchase.buyer.Erasures;
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
	SettleOrder settleOrder(Orders orders, Licences licences, Erasures erasures, Payments payments, Committer committer,
			Clock clock, OrderProperties properties, CopyDeadlines deadlines) {
		return new SettleOrder(orders, licences, erasures, payments, new Ledger(properties.contributorPercent()),
				committer, clock, deadlines.copyPatience());
	}

	@Bean
	PlaceOrder placeOrder(Orders orders, Erasures erasures, Offers offers, Licences licences, SettleOrder settle,
			Committer committer, Clock clock) {
		return new PlaceOrder(orders, erasures, new Quotes(offers, licences), settle, committer, clock);
	}

	@Bean
	ForgetOrders forgetOrders(Orders orders, SettleOrder settle, Store store, Committer committer) {
		return new ForgetOrders(orders, settle, store, committer);
	}

	@Bean
	Sales sales(Store store, Orders orders) {
		return new Sales(store, orders);
	}

	@Bean
	UnfinishedOrders unfinishedOrders(Orders orders, SettleOrder settle, Clock clock) {
		return new UnfinishedOrders(orders, settle, clock);
	}

}
