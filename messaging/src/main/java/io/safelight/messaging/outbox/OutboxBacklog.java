package io.safelight.messaging.outbox;

import java.time.Duration;

/**
 * What is still to be sent.
 *
 * @param pending how many messages
 * @param oldestAge how long the oldest has waited; zero if there is none
 */
public record OutboxBacklog(int pending, Duration oldestAge) {
}
