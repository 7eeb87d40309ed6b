package io.safelight.messaging.autoconfigure;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.safelight.messaging.Committer;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.inbox.Inbox;
import io.safelight.messaging.inbox.ParkedMessages;
import io.safelight.messaging.inbox.SeenMessages;
import io.safelight.messaging.observability.ReconcilerMetrics;
import io.safelight.messaging.outbox.Outbox;
import io.safelight.messaging.outbox.SentLedger;
import io.safelight.messaging.reconcile.ListSent;
import io.safelight.messaging.reconcile.ReconcilerProperties;
import io.safelight.messaging.reconcile.Reconciliation;
import io.safelight.messaging.sns.TopicArns;
import io.safelight.messaging.sns.TopicSubscriptions;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.topology.Topology;
import software.amazon.awssdk.services.sns.SnsClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/**
 * Wires the reconciler.
 */
@Configuration(proxyBeanMethods = false)
class ReconcilerConfiguration {

	@Bean
	SentLedger sentLedger(Store store, Topology topology) {
		return new SentLedger(store, topology.service());
	}

	@Bean
	ReconcilerMetrics reconcilerMetrics(ObjectProvider<MeterRegistry> meters, Topology topology) {
		return new ReconcilerMetrics(meters.getIfAvailable(SimpleMeterRegistry::new), topology.service());
	}

	@Bean
	Reconciliation reconciliation(Inbox inbox, ParkedMessages parked, SentLedger ledger, Outbox outbox,
			ReconcilerMetrics metrics) {
		return new Reconciliation(new SeenMessages(inbox, parked), ledger, outbox, metrics);
	}

	@Bean
	@ConditionalOnMissingBean
	ListSent listSent(SentLedger ledger, SnsClient sns, MessageRoutes routes, Committer committer,
			ReconcilerProperties properties, Clock clock) {
		return new ListSent(ledger, new TopicSubscriptions(sns, new TopicArns(sns)), routes.queue(), committer,
				properties.grace(), clock);
	}

	/**
	 * Where it is switched off nothing is on the ledger, and a look a day costs nothing.
	 */
	@Bean
	@DependsOn(ProvisioningAutoConfiguration.PROVISIONED)
	PeriodicTask reconcilerTask(ListSent list, ReconcilerProperties properties) {
		return new PeriodicTask("reconciler", properties.isOn() ? properties.interval() : Duration.ofDays(1),
				list::list);
	}

}
