/**
 * WebP files by the system's libwebp.
 */
@NullMarked
package io.safelight.imaging.render.webp;

import org.jspecify.annotations.NullMarked;
