package io.safelight.notification.mail;

import java.time.Clock;

import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.safelight.messaging.Committer;
import io.safelight.messaging.autoconfigure.PeriodicTask;
import io.safelight.messaging.autoconfigure.ProvisioningAutoConfiguration;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import io.safelight.notification.contact.Contacts;
import io.safelight.notification.preference.Preferences;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sesv2.SesV2Client;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/**
 * Wires what has to do with mails.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
public class MailConfiguration {

	/** Where mails wait. */
	public static final Table TABLE = Mail.TABLE;

	@Bean
	SesV2Client ses(AwsClientBuilderConfigurer aws) {
		return aws.configure(SesV2Client.builder())
			.overrideConfiguration((override) -> override.retryStrategy(DefaultRetryStrategy.doNotRetry())
				.apiCallTimeout(MailProperties.LONGEST_CALL))
			.build();
	}

	@Bean
	Mailer mailer(SesV2Client ses, MailProperties properties) {
		return new SesMailer(ses, properties.sender());
	}

	@Bean
	Mails mails(Store store, Committer committer, MailProperties properties, Clock clock) {
		return new Mails(store, committer, properties, clock);
	}

	@Bean
	WriteMails writeMails(MailProperties properties, Mails mails) {
		return new WriteMails(new MailWriter(properties.site()), mails);
	}

	@Bean
	SendMails sendMails(Mails mails, Contacts contacts, Preferences preferences, Mailer mailer) {
		return new SendMails(mails, contacts, preferences, mailer);
	}

	@Bean
	@DependsOn(ProvisioningAutoConfiguration.PROVISIONED)
	PeriodicTask sendMailsTask(SendMails mails, MailProperties properties) {
		return new PeriodicTask("send-mails", properties.sendInterval(), mails::pass);
	}

}
