/**
 * Makes renditions.
 */
@NullMarked
package io.safelight.imaging;

import org.jspecify.annotations.NullMarked;
