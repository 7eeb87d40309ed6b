/**
 * From one original photograph to its reduced, upright, sRGB and metadata-free copies.
 * Pure pixel work: it knows no message, no bucket and no framework.
 */
@NullMarked
package io.safelight.imaging.render;

import org.jspecify.annotations.NullMarked;
