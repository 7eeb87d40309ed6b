/**
 * Runs all services in one thread, with virtual time and faults that a seed decides.
 */
@NullMarked
package io.safelight.simulation;

import org.jspecify.annotations.NullMarked;
