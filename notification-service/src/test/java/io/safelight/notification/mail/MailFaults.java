package io.safelight.notification.mail;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Sends mails as ever, but dies once after sending to an address that asks for it.
 */
@TestConfiguration(proxyBeanMethods = false)
public class MailFaults {

	/** Addresses that begin with this. */
	public static final String DIES_AFTER_SENDING = "dies-after-sending-";

	private final Set<String> died = ConcurrentHashMap.newKeySet();

	@Bean
	@Primary
	Mailer faultyMailer(@Qualifier("mailer") Mailer real) {
		return (address, draft) -> {
			Mailer.Answer answer = real.send(address, draft);
			if (address.startsWith(DIES_AFTER_SENDING) && this.died.add(address)) {
				throw new IllegalStateException("Died by request, before the mail was marked as sent");
			}
			return answer;
		};
	}

}
