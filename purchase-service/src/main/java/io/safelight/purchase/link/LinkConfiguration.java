package io.safelight.purchase.link;

import java.time.Clock;

import io.safelight.messaging.Committer;
import io.safelight.messaging.store.Store;
import io.safelight.purchase.copy.CopyReader;
import io.safelight.purchase.licence.Licences;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires links.
 */
@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

	@Bean
	Links links(Store store) {
		return new Links(store);
	}

	@Bean
	LinkSecrets linkSecrets(Store store, Clock clock, LinkProperties properties) {
		return new LinkSecrets(new Pepper(store, clock, properties.linkPepper()));
	}

	@Bean
	LinkAddresses linkAddresses(LinkProperties properties) {
		return properties.addresses();
	}

	@Bean
	MintLink mintLink(Licences licences, Links links, LinkSecrets secrets, Committer committer, Clock clock) {
		return new MintLink(licences, links, secrets, committer, clock);
	}

	@Bean
	ClaimLink claimLink(Links links, LinkSecrets secrets, Committer committer, Clock clock) {
		return new ClaimLink(links, secrets, committer, clock);
	}

	@Bean
	WrongTries wrongTries(LinkProperties properties, Clock clock) {
		return new WrongTries(properties.wrongTriesPerMinute(), clock);
	}

	@Bean
	ClaimCookie claimCookie(LinkProperties properties, LinkSecrets secrets) {
		return new ClaimCookie(properties.publicBase(), secrets);
	}

	@Bean
	Downloads downloads(Links links, Licences licences, CopyReader copies, Committer committer, Clock clock) {
		return new Downloads(links, licences, copies, committer, clock);
	}

	@Bean
	LinkDeadlines linkDeadlines(Links links, Committer committer, Clock clock) {
		return new LinkDeadlines(links, committer, clock);
	}

	@Bean
	RevokeLinks revokeLinks(Links links, Committer committer) {
		return new RevokeLinks(links, committer);
	}

	@Bean
	BreakOffFilter breakOffFilter() {
		return new BreakOffFilter();
	}

}
