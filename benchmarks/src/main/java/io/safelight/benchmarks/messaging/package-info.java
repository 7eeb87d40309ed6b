/**
 * Events from a committed transaction to a committed transaction.
 */
@NullMarked
package io.safelight.benchmarks.messaging;

import org.jspecify.annotations.NullMarked;
