package io.safelight.messaging.sqs;

import java.time.Duration;

/**
 * For how long nobody else is given a message. Implementations are thread-safe.
 */
@FunctionalInterface
interface Visibility {

	/**
	 * Hides a delivery's message from now on.
	 * @param receiptHandle the delivery
	 * @param time for how long, in whole seconds; zero shows it at once
	 * @param patience how long to wait for SQS to say yes
	 * @throws RuntimeException if SQS says no, or nothing in time
	 */
	void hide(String receiptHandle, Duration time, Duration patience);

}
