/**
 * How a photograph looks, as a few numbers: its colours, a placeholder to show while it
 * loads, a fingerprint to find similar ones. Pure functions of a small picture.
 */
@NullMarked
package io.safelight.imaging.analysis;

import org.jspecify.annotations.NullMarked;
