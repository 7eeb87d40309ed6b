/**
 * Keeps originals for good, where keeping costs little.
 */
@NullMarked
package io.safelight.publication.archive;

import org.jspecify.annotations.NullMarked;
