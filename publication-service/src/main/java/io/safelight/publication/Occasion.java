package io.safelight.publication;

import java.util.UUID;

import io.safelight.messaging.MessageContext;
import io.safelight.publication.saga.SagaMessage;
import org.jspecify.annotations.Nullable;

/**
 * Where a saga message comes from.
 *
 * @param cause the message's type on the wire, or what else it was
 * @param id its identity
 * @param by the person behind it, if there is one
 */
record Occasion(String cause, String id, @Nullable String by) {

	static Occasion of(MessageContext context) {
		return new Occasion(context.type().name(), context.id(), null);
	}

	static Occasion of(SagaMessage.NotYetItsTurn early) {
		return new Occasion("not-yet-its-turn", early.photoId() + "|" + early.epoch() + "|" + early.until(), null);
	}

	static Occasion of(SagaMessage.StepTimedOut timeout) {
		return new Occasion("step-timed-out", timeout.photoId() + "|" + timeout.state() + "|" + timeout.epoch(), null);
	}

	static Occasion person(String cause, String userId) {
		return new Occasion(cause, UUID.randomUUID().toString(), userId);
	}

}
