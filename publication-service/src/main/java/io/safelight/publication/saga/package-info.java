/**
 * The upload saga as a table without I/O: what a publication is, and what follows when it
 * hears something.
 */
@NullMarked
package io.safelight.publication.saga;

import org.jspecify.annotations.NullMarked;
