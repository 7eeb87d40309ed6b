/**
 * Finds messages that a topic took and one consumer never saw.
 */
@NullMarked
package io.safelight.messaging.reconcile;

import org.jspecify.annotations.NullMarked;
