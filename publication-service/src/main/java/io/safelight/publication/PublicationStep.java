package io.safelight.publication;

import java.time.Instant;

import io.safelight.publication.saga.PublicationState;
import org.jspecify.annotations.Nullable;

/**
 * A step of a photo's way, as its photographer is told live.
 *
 * @param photoId which photo
 * @param at when
 * @param from the state before; null at the beginning
 * @param to the state after
 * @param done whether nothing more will happen
 * @param epoch which try of the step it is
 * @param note what happened, for people
 * @param ignored whether it changed nothing
 */
public record PublicationStep(String photoId, Instant at, @Nullable PublicationState from, PublicationState to,
		boolean done, int epoch, String note, boolean ignored) {
}
