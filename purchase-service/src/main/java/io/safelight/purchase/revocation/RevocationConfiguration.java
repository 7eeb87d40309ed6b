package io.safelight.purchase.revocation;

import java.time.Clock;

import io.safelight.messaging.Committer;
import io.safelight.messaging.audit.AuditTrail;
import io.safelight.purchase.copy.MakeCopy;
import io.safelight.purchase.licence.Licences;
import io.safelight.purchase.link.RevokeLinks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires revocations.
 */
@Configuration(proxyBeanMethods = false)
class RevocationConfiguration {

	@Bean
	RevokeLicence revokeLicence(Licences licences, RevokeLinks links, MakeCopy copies, Committer committer,
			AuditTrail trail, Clock clock) {
		return new RevokeLicence(licences, links, copies, committer, trail, clock);
	}

}
