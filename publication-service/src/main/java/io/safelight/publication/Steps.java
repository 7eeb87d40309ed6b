package io.safelight.publication;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.safelight.service.live.LiveEvent;
import io.safelight.service.live.LiveSource;

/**
 * The sagas' own steps, for the photographer who waits for them. Thread-safe.
 */
class Steps implements LiveSource {

	private final Publications publications;

	Steps(Publications publications) {
		this.publications = publications;
	}

	@Override
	public List<LiveEvent> since(String userId, Instant from) {
		return this.publications.recordedSince(userId, from).stream().map(Steps::event).toList();
	}

	private static LiveEvent event(TimelineEntry entry) {
		Instant recorded = Instant.parse(Objects.requireNonNull(entry.recordedAt(), "it is in the index"));
		return new LiveEvent(recorded, entry.photoId() + "." + entry.sequence(), "step",
				new PublicationStep(entry.photoId(), entry.at(), entry.from(), entry.to(), entry.to().isFinal(),
						entry.epoch(), entry.note(), entry.ignored()));
	}

}
