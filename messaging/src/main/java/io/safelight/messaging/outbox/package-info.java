/**
 * Messages that were decided together with the state, on their way to their topic.
 */
@NullMarked
package io.safelight.messaging.outbox;

import org.jspecify.annotations.NullMarked;
