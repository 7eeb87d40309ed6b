/**
 * Pictures as planes of luma and chroma, as JPEG has them, and what is done to them:
 * resizing, turning, conversion to sRGB. Nothing here knows a file.
 */
@NullMarked
package io.safelight.imaging.render.plane;

import org.jspecify.annotations.NullMarked;
