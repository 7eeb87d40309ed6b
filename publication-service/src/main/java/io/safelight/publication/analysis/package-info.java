/**
 * Looks at a picture: is the file whole, what is seen in it, what speaks against it.
 */
@NullMarked
package io.safelight.publication.analysis;

import org.jspecify.annotations.NullMarked;
