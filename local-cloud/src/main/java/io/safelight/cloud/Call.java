package io.safelight.cloud;

/**
 * A call as a bill would list it.
 *
 * @param operation its name in AWS's API
 * @param resource the table, queue, topic or bucket; empty where that is of no interest
 * @param usage what it costs
 */
public record Call(String operation, String resource, Usage usage) {
}
