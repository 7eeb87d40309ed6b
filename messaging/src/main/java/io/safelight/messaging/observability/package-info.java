/**
 * What operators see of the messages.
 */
@NullMarked
package io.safelight.messaging.observability;

import org.jspecify.annotations.NullMarked;
