package io.safelight.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.InMemoryStore;
import io.safelight.publication.saga.Outgoing;
import io.safelight.publication.saga.PublicationFixtures;
import io.safelight.publication.saga.SagaMessage;

/**
 * Everything of this service that has no outside, in memory, at a time that the test
 * says.
 */
final class FixedRun {

	final InMemoryStore store = new InMemoryStore();

	final Publications publications = new Publications(this.store);

	final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	final SagaMeters sagaMeters = new SagaMeters(this.meters);

	final List<OutgoingMessage> said = new ArrayList<>();

	boolean manyUnread;

	Instant now = PublicationFixtures.NOW;

	RunPublication run() {
		return new RunPublication(this.publications, PublicationFixtures.RULES, clock(), this.sagaMeters);
	}

	StalledPublications stalled() {
		return new StalledPublications(this.publications, run(), this::commit, () -> this.manyUnread,
				PublicationFixtures.RULES, clock(), this.sagaMeters);
	}

	private Clock clock() {
		return Clock.fixed(this.now, ZoneOffset.UTC);
	}

	void commit(Changes changes) {
		this.store.commit(changes.writes(), UUID.randomUUID().toString());
		this.said.addAll(changes.messages());
	}

	void upload(String photoId) {
		commit(run().begin(PublicationFixtures.uploaded(photoId, "ana"), context("photo-uploaded.v1", photoId)));
	}

	void hear(SagaMessage message) {
		commit(run().on(message, context("said.v1", message.photoId())));
	}

	List<Outgoing> saidSince(int count) {
		return this.said.subList(count, this.said.size()).stream().map((message) -> (Outgoing) message.data()).toList();
	}

	MessageContext context(String type, String photoId) {
		return new MessageContext(UUID.randomUUID().toString(), new MessageType(type), "safelight.somebody", this.now,
				new Metadata(photoId, 1, "correlation", "causation", "", "ana"), 1);
	}

}
