/**
 * Develops originals in processes of their own, so that no file, however hostile, can
 * take the service down, read its memory or use its credentials.
 */
@NullMarked
package io.safelight.imaging.darkroom;

import org.jspecify.annotations.NullMarked;
