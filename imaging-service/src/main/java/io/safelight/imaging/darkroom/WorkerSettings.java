package io.safelight.imaging.darkroom;

import java.time.Duration;

import io.safelight.imaging.render.PhotoLimits;

/**
 * How workers are run.
 *
 * @param count how many at a time
 * @param deadline how much of a processor one photograph may take; six times as long by
 * the clock
 * @param memory the most bytes that one may allocate, heap included
 * @param heap the most bytes of its heap
 * @param resident one that occupies more bytes after a photograph is replaced
 * @param limits what is accepted
 */
public record WorkerSettings(int count, Duration deadline, long memory, long heap, long resident, PhotoLimits limits) {
}
