package io.safelight.notification;

import java.time.Clock;

import io.safelight.messaging.Committer;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.topology.Topology;
import io.safelight.notification.contact.Contact;
import io.safelight.notification.contact.Contacts;
import io.safelight.notification.inbox.Arrivals;
import io.safelight.notification.inbox.Inbox;
import io.safelight.notification.inbox.InboxEntry;
import io.safelight.notification.mail.MailConfiguration;
import io.safelight.notification.mail.WriteMails;
import io.safelight.notification.message.NotificationFailed;
import io.safelight.notification.message.OrderPaid;
import io.safelight.notification.message.PhotoPublished;
import io.safelight.notification.message.PhotoRejected;
import io.safelight.notification.message.PhotoUploaded;
import io.safelight.notification.message.PublicationFailed;
import io.safelight.notification.message.PurchaseReady;
import io.safelight.notification.message.UploadAbandoned;
import io.safelight.notification.message.UserErased;
import io.safelight.notification.preference.Preferences;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires the service: what it owns, and everything that comes in.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationProperties.class)
class NotificationConfiguration {

	@Bean
	Topology topology() {
		return Topology.of("notification")
			.topic(NotificationFailed.TOPIC)
			.table(Contact.TABLE)
			.table(InboxEntry.TABLE)
			.table(MailConfiguration.TABLE)
			.table(Preferences.TABLE);
	}

	@Bean
	MessageRoutes routes(Contacts contacts, TellPeople people, ForgetPeople forget) {
		return MessageRoutes.consumedBy("notification")
			.from("safelight-upload-events")
			.on("photo-uploaded.v1", PhotoUploaded.class, contacts::on)
			.on("upload-abandoned.v1", UploadAbandoned.class, people::on)
			.from("safelight-publication-events")
			.on("photo-published.v1", PhotoPublished.class, people::on)
			.on("photo-rejected.v1", PhotoRejected.class, people::on)
			.on("publication-failed.v1", PublicationFailed.class, people::on)
			.from("safelight-purchase-events")
			.on("order-paid.v1", OrderPaid.class, contacts::on)
			.on("purchase-ready.v1", PurchaseReady.class, people::on)
			.on("user-erased.v1", UserErased.class, forget::on)
			.build();
	}

	@Bean
	Contacts contacts(Store store) {
		return new Contacts(store);
	}

	@Bean
	Inbox notificationInbox(Store store, Committer committer, Clock clock, NotificationProperties properties) {
		return new Inbox(store, committer, clock, properties.inboxRetention());
	}

	@Bean
	Arrivals arrivals(Store store) {
		return new Arrivals(store);
	}

	@Bean
	Preferences preferences(Store store, Committer committer) {
		return new Preferences(store, committer);
	}

	@Bean
	ForgetPeople forgetPeople(Inbox notificationInbox, Contacts contacts) {
		return new ForgetPeople(notificationInbox, contacts);
	}

	@Bean
	TellPeople tellPeople(Inbox notificationInbox, WriteMails mails, Contacts contacts) {
		return new TellPeople(notificationInbox, mails, contacts);
	}

}
