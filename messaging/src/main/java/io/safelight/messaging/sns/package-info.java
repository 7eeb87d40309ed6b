/**
 * Envelopes to topics.
 */
@NullMarked
package io.safelight.messaging.sns;

import org.jspecify.annotations.NullMarked;
