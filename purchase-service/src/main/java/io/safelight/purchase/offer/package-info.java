/**
 * What is for sale at which price: this service's own copy of the catalogue's word.
 */
@NullMarked
package io.safelight.purchase.offer;

import org.jspecify.annotations.NullMarked;
