/**
 * Another service, as the rules of architecture see it.
 */
@NullMarked
package io.safelight.catalog;

import org.jspecify.annotations.NullMarked;
