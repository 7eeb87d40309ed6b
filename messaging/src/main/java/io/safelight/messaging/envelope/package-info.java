/**
 * The wire format of a message, in the shape of EventBridge.
 */
@NullMarked
package io.safelight.messaging.envelope;

import org.jspecify.annotations.NullMarked;
