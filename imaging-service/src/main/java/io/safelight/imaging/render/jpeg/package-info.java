/**
 * Reads and writes JPEG files with libjpeg-turbo, called without glue code, as planes of
 * luma and chroma. What the library touches is laid out and bounded here; nothing else of
 * the service holds an address.
 */
@NullMarked
package io.safelight.imaging.render.jpeg;

import org.jspecify.annotations.NullMarked;
