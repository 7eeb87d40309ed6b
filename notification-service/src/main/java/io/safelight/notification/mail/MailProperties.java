package io.safelight.notification.mail;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are sent.
 *
 * @param sender who they are from, an address that SES may send from
 * @param site where links in mails lead
 * @param sendInterval how often unsent mails are looked for
 * @param lease how long a mail belongs to whoever took it; longer than a call of SES may
 * last
 * @param firstWait how long a mail waits after the first failure; twice as long after
 * each further one
 * @param mostWait the most that it waits
 * @param patience after how long without success a mail is given up
 * @param retention how long a mail is kept after its end
 */
@ConfigurationProperties("safelight.notification.mail")
public record MailProperties(@DefaultValue("Safelight <no-reply@safelight.example>") String sender,
		@DefaultValue("http://127.0.0.1:8080") URI site, @DefaultValue("1s") Duration sendInterval,
		@DefaultValue("60s") Duration lease, @DefaultValue("2s") Duration firstWait,
		@DefaultValue("5m") Duration mostWait, @DefaultValue("24h") Duration patience,
		@DefaultValue("30d") Duration retention) {

	/** The most that a call of SES may last, all in all. */
	static final Duration LONGEST_CALL = Duration.ofSeconds(20);

	/** Doublings beyond this would be longer than any {@code mostWait}. */
	private static final int MOST_DOUBLINGS = 20;

	public MailProperties {
		if (!site.isAbsolute()) {
			throw new IllegalArgumentException("safelight.notification.mail.site must be absolute, such as "
					+ "https://photos.example: links in mails lead there");
		}
	}

	/**
	 * How long a mail waits before it is taken again.
	 * @param attempts how often it was taken, from 1
	 */
	Duration waitAfter(int attempts) {
		Duration doubled = this.firstWait.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
		return (doubled.compareTo(this.mostWait) < 0) ? doubled : this.mostWait;
	}

}
