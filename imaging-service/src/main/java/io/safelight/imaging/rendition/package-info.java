/**
 * Commands come in, objects are stored, events go out.
 */
@NullMarked
package io.safelight.imaging.rendition;

import org.jspecify.annotations.NullMarked;
