/**
 * Queues to handlers.
 */
@NullMarked
package io.safelight.messaging.sqs;

import org.jspecify.annotations.NullMarked;
