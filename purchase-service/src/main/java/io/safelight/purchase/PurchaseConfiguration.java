package io.safelight.purchase;

import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.autoconfigure.PeriodicTask;
import io.safelight.messaging.autoconfigure.ProvisioningAutoConfiguration;
import io.safelight.messaging.topology.Topology;
import io.safelight.purchase.buyer.Erasures;
import io.safelight.purchase.copy.MakeCopy;
import io.safelight.purchase.copy.OverdueCopies;
import io.safelight.purchase.copy.PurchaseBucket;
import io.safelight.purchase.erasure.EraseBuyer;
import io.safelight.purchase.licence.Licences;
import io.safelight.purchase.link.LinkDeadlines;
import io.safelight.purchase.link.Links;
import io.safelight.purchase.link.Pepper;
import io.safelight.purchase.message.PurchaseTopics;
import io.safelight.purchase.money.Ledger;
import io.safelight.purchase.offer.OfferProjection;
import io.safelight.purchase.offer.Offers;
import io.safelight.purchase.order.Orders;
import io.safelight.purchase.order.UnfinishedOrders;
import io.safelight.purchase.payment.SandboxPayments;
import io.safelight.purchase.revocation.RevokeLicence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/**
 * What this service owns, what it listens to, and what it does by itself.
 */
@Configuration(proxyBeanMethods = false)
class PurchaseConfiguration {

	@Bean
	Topology topology() {
		return Topology.of("purchase")
			.topic(PurchaseTopics.EVENTS)
			.topic(PurchaseTopics.COMMANDS)
			.table(Offers.TABLE)
			.table(Orders.TABLE)
			.table(SandboxPayments.TABLE)
			.table(Licences.TABLE)
			.table(Ledger.TABLE)
			.table(Links.TABLE)
			.table(Links.BY_LICENCE)
			.table(Erasures.TABLE)
			.table(Pepper.TABLE)
			.bucket(Topology.Bucket.of(PurchaseBucket.NAME));
	}

	@Bean
	MessageRoutes routes(OfferProjection offers, MakeCopy makeCopy) {
		return makeCopy.routes(offers.routes(MessageRoutes.consumedBy("purchase"))).build();
	}

	@Bean
	@DependsOn(ProvisioningAutoConfiguration.PROVISIONED)
	PeriodicTask unfinishedOrdersTask(UnfinishedOrders orders, PurchaseProperties properties) {
		return new PeriodicTask("unfinished-orders", properties.sweepInterval(), orders::sweep);
	}

	@Bean
	@DependsOn(ProvisioningAutoConfiguration.PROVISIONED)
	PeriodicTask overdueCopiesTask(OverdueCopies copies, PurchaseProperties properties) {
		return new PeriodicTask("overdue-copies", properties.sweepInterval(), copies::sweep);
	}

	@Bean
	@DependsOn(ProvisioningAutoConfiguration.PROVISIONED)
	PeriodicTask revokedLicencesTask(RevokeLicence revoke, PurchaseProperties properties) {
		return new PeriodicTask("revoked-licences", properties.sweepInterval(), revoke::sweep);
	}

	@Bean
	@DependsOn(ProvisioningAutoConfiguration.PROVISIONED)
	PeriodicTask erasuresTask(EraseBuyer erase, PurchaseProperties properties) {
		return new PeriodicTask("erasures", properties.sweepInterval(), erase::sweep);
	}

	@Bean
	@DependsOn(ProvisioningAutoConfiguration.PROVISIONED)
	PeriodicTask linkDeadlinesTask(LinkDeadlines links, PurchaseProperties properties) {
		return new PeriodicTask("link-deadlines", properties.sweepInterval(), links::sweep);
	}

}
