/**
 * How often photos were licensed, so that the search can put those first that people
 * want.
 */
@NullMarked
package io.safelight.catalog.popularity;

import org.jspecify.annotations.NullMarked;
