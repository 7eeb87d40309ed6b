/**
 * Photographs to begin with, given in through the public API like anybody's.
 */
@NullMarked
package io.safelight.cli.samples;

import org.jspecify.annotations.NullMarked;
