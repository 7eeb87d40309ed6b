package io.safelight.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.InMemoryStore;
import io.safelight.messaging.store.Store;

/**
 * A store, a committer and a clock that a test moves, without any of the real ones.
 */
public final class InMemory implements Committer {

	private final InMemoryStore store = new InMemoryStore();

	private final List<OutgoingMessage> published = new ArrayList<>();

	private Instant now = Instant.parse("2026-11-22T10:15:30Z");

	@Override
	public void commit(Changes changes) {
		this.store.commit(changes.writes(), UUID.randomUUID().toString());
		this.published.addAll(changes.messages());
	}

	public Store store() {
		return this.store;
	}

	public List<OutgoingMessage> published() {
		return this.published;
	}

	public Clock clock() {
		InstantSource source = () -> this.now;
		return source.withZone(ZoneOffset.UTC);
	}

	public Instant now() {
		return this.now;
	}

	public void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	/** A message that is said now. */
	public MessageContext message(String type) {
		return new MessageContext(UUID.randomUUID().toString(), new MessageType(type), "safelight.test", this.now,
				new Metadata("p-1", 1, "c", "c", "t", "ana"), 1);
	}

}
