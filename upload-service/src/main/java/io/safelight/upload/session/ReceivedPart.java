package io.safelight.upload.session;

import java.time.Instant;

/**
 * A part that has come.
 *
 * @param number from 1
 * @param bytes its size
 * @param etag S3's name for these bytes
 * @param receivedAt when
 */
public record ReceivedPart(int number, long bytes, String etag, Instant receivedAt) {
}
