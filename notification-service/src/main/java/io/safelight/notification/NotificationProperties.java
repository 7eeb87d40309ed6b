package io.safelight.notification;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told.
 *
 * @param inboxRetention how long a notification stays in the inbox; longer than the 45
 * days for which the messaging remembers what it handled
 */
@ConfigurationProperties("safelight.notification")
record NotificationProperties(@DefaultValue("365d") Duration inboxRetention) {
}
