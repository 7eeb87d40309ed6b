/**
 * Photographs that are for sale: how they come, change and go.
 */
@NullMarked
package io.safelight.catalog.photo;

import org.jspecify.annotations.NullMarked;
