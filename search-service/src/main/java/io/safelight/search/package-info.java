/**
 * What is found, and in what order.
 */
@NullMarked
package io.safelight.search;

import org.jspecify.annotations.NullMarked;
