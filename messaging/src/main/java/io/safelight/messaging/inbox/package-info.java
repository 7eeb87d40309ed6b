/**
 * What was already handled: the reason why a duplicate takes no effect.
 */
@NullMarked
package io.safelight.messaging.inbox;

import org.jspecify.annotations.NullMarked;
