/**
 * Judges what was seen in a picture by rules that are data.
 */
@NullMarked
package io.safelight.publication.moderation;

import org.jspecify.annotations.NullMarked;
