/**
 * What is for sale, and at what price.
 */
@NullMarked
package io.safelight.catalog;

import org.jspecify.annotations.NullMarked;
