package io.safelight.upload.session;

import java.time.Duration;

/**
 * How long things take.
 *
 * @param session how long bytes may come
 * @param link how long a part's address is good
 * @param grace after all bytes have come, how long we wait for the contributor to say so
 * @param completion after which a completion that was begun and not ended is taken up
 * again; longer than reading the largest file takes
 * @param cleanup after which the sweeper cleans up what was not cleaned up at once
 */
public record UploadTimes(Duration session, Duration link, Duration grace, Duration completion, Duration cleanup) {
}
