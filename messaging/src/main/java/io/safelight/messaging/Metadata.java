package io.safelight.messaging;

import org.jspecify.annotations.Nullable;

/**
 * What every message says about itself.
 *
 * @param aggregateId the thing the message is about, such as a photo
 * @param aggregateVersion the version of that thing, counted by the sender from 1: a
 * consumer that has seen a later one knows that this message is old
 * @param correlationId the same for all messages that one act of a person led to
 * @param causationId the message (or request) that led to this one
 * @param traceparent the trace it belongs to, as in W3C Trace Context
 * @param tenant the contributor or buyer on whose behalf it is, if there is one
 */
public record Metadata(String aggregateId, long aggregateVersion, String correlationId, String causationId,
		String traceparent, @Nullable String tenant) {
}
