/**
 * Searching over HTTP: parameters in, images and facets out.
 */
@NullMarked
package io.safelight.search.api;

import org.jspecify.annotations.NullMarked;
