/**
 * Shows the public copies to everybody.
 */
@NullMarked
package io.safelight.imaging.media;

import org.jspecify.annotations.NullMarked;
