/**
 * Makes what may be seen of a photograph, and what may be bought, from its original.
 */
@NullMarked
package io.safelight.imaging;

import org.jspecify.annotations.NullMarked;
