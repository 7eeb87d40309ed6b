package io.safelight.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.SortableTime;
import io.safelight.publication.saga.Outgoing;
import io.safelight.publication.saga.Publication;
import io.safelight.publication.saga.PublicationSaga;
import io.safelight.publication.saga.SagaDecision;
import io.safelight.publication.saga.SagaMessage;
import io.safelight.publication.saga.SagaRules;

/**
 * Takes a publication from one message to the next: loads it, lets the saga decide, and
 * answers the row, the timeline's entry and the messages, which become true together or
 * not at all. Thread-safe.
 */
class RunPublication {

	static final String EVENTS = "safelight-publication-events";

	static final String COMMANDS = "safelight-publication-commands";

	private final Publications publications;

	private final PublicationSaga saga;

	private final SagaRules rules;

	private final Clock clock;

	private final SagaMeters meters;

	RunPublication(Publications publications, SagaRules rules, Clock clock, SagaMeters meters) {
		this.meters = meters;
		this.publications = publications;
		this.saga = new PublicationSaga(rules);
		this.rules = rules;
		this.clock = clock;
	}

	/** A photo has come in. */
	Changes begin(SagaMessage.PhotoUploaded uploaded, MessageContext context) {
		return this.publications.find(uploaded.photoId())
			.map((known) -> decide(known, uploaded, Occasion.of(context)))
			.orElseGet(() -> begin(uploaded, context.time(), Occasion.of(context)));
	}

	private Changes begin(SagaMessage.PhotoUploaded uploaded, Instant uploadedAt, Occasion occasion) {
		Instant now = this.clock.instant();
		SagaDecision decision = this.saga.begin(uploaded, uploadedAt, now);
		Publication recorded = decision.publication().recorded();
		TimelineEntry entry = new TimelineEntry(recorded.photoId(), TimelineEntry.sequence(recorded.version()), now,
				null, recorded.state(), occasion.cause(), occasion.id(), occasion.by(), recorded.step().epoch(),
				Math.max(0, Duration.between(uploadedAt, now).toMillis()), decision.note(), false,
				recorded.photo().contributorId(), SortableTime.of(now));
		return changes(recorded, 0, entry, decision);
	}

	/**
	 * A publication has heard something.
	 * @throws UnknownPublicationException if there is no such publication yet
	 */
	Changes on(SagaMessage message, MessageContext context) {
		return decide(this.publications.get(message.photoId()), message, Occasion.of(context));
	}

	/** What follows from a message for a publication that was read before. */
	Changes decide(Publication publication, SagaMessage message, Occasion occasion) {
		Instant now = this.clock.instant();
		SagaDecision decision = this.saga.decide(publication, message, now);
		this.meters.decided(publication, decision, now);
		Publication recorded = decision.publication().recorded();
		TimelineEntry entry = new TimelineEntry(recorded.photoId(), TimelineEntry.sequence(recorded.version()), now,
				publication.state(), recorded.state(), occasion.cause(), occasion.id(), occasion.by(),
				recorded.step().epoch(), Math.max(0, Duration.between(publication.step().begun(), now).toMillis()),
				decision.note(), decision instanceof SagaDecision.Ignore, recorded.photo().contributorId(),
				SortableTime.of(now));
		return changes(recorded, publication.version(), entry, decision);
	}

	private Changes changes(Publication recorded, long seenVersion, TimelineEntry entry, SagaDecision decision) {
		Changes changes = Changes.none()
			.put(PublicationRow.TABLE, PublicationRow.of(recorded, this.rules), Condition.version(seenVersion))
			.put(TimelineEntry.TABLE, entry, Condition.absent());
		for (Outgoing message : decision.messages()) {
			changes = changes.publish(outgoing(message, recorded));
		}
		return changes;
	}

	private static OutgoingMessage outgoing(Outgoing message, Publication publication) {
		String topic = (message instanceof Outgoing.Command) ? COMMANDS : EVENTS;
		return OutgoingMessage.to(topic, message.type(), publication.photoId(), publication.version(), message)
			.onBehalfOf(publication.photo().contributorId());
	}

}
