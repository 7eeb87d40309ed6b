/**
 * Colours as the eye sees them: distances, names, palettes.
 */
@NullMarked
package io.safelight.search.colour;

import org.jspecify.annotations.NullMarked;
