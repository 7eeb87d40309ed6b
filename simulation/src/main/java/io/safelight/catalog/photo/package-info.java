/**
 * What a photographer's browser does about photos on sale, for the simulation.
 */
@NullMarked
package io.safelight.catalog.photo;

import org.jspecify.annotations.NullMarked;
