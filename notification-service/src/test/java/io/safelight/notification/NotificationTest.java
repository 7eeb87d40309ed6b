package io.safelight.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.safelight.messaging.test.LocalCloudTest;
import io.safelight.notification.mail.MailFaults;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole service against the local cloud, in a hurry: mails are looked for
 * every 100 ms, leased for 2 s, and given up after 5 s.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LocalCloudTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "safelight.notification.mail.send-interval=100ms", "safelight.notification.mail.lease=2s",
				"safelight.notification.mail.first-wait=200ms", "safelight.notification.mail.most-wait=500ms",
				"safelight.notification.mail.patience=5s" })
@Import({ MailFaults.class, Cloud.class })
public @interface NotificationTest {

}
