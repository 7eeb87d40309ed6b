/**
 * Who uses the marketplace: they try again until it works, with the same key.
 */
@NullMarked
package io.safelight.simulation.people;

import org.jspecify.annotations.NullMarked;
