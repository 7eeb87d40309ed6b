/**
 * What a trace store is told of the ways of messages.
 */
@NullMarked
package io.safelight.messaging.trace;

import org.jspecify.annotations.NullMarked;
