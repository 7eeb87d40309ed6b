/**
 * Wires services from their own configuration classes, in microseconds.
 */
@NullMarked
package io.safelight.simulation.wiring;

import org.jspecify.annotations.NullMarked;
